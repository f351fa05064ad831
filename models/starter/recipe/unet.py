"""The denoiser: a UNet2DConditionModel in diffusers' naming, with a narrower feed-forward part."""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F

from layers import attend, flatten, module, unflatten


class ResnetBlock2D(nn.Module):
    def __init__(self, cin, cout, groups, temb):
        super().__init__()
        self.norm1 = nn.GroupNorm(groups, cin)
        self.conv1 = nn.Conv2d(cin, cout, 3, padding=1)
        self.time_emb_proj = nn.Linear(temb, cout)
        self.norm2 = nn.GroupNorm(groups, cout)
        self.conv2 = nn.Conv2d(cout, cout, 3, padding=1)
        if cin != cout:
            self.conv_shortcut = nn.Conv2d(cin, cout, 1)

    def forward(self, x, temb):
        h = self.conv1(F.silu(self.norm1(x))) + self.time_emb_proj(temb)[:, :, None, None]
        h = self.conv2(F.silu(self.norm2(h)))
        return (self.conv_shortcut(x) if hasattr(self, "conv_shortcut") else x) + h


class Downsample2D(nn.Module):
    def __init__(self, ch):
        super().__init__()
        self.conv = nn.Conv2d(ch, ch, 3, stride=2, padding=1)

    def forward(self, x):
        return self.conv(x)


class Upsample2D(nn.Module):
    def __init__(self, ch):
        super().__init__()
        self.conv = nn.Conv2d(ch, ch, 3, padding=1)

    def forward(self, x):
        return self.conv(F.interpolate(x, scale_factor=2.0, mode="nearest"))


class Attention(nn.Module):
    def __init__(self, dim, heads, context=None):
        super().__init__()
        self.heads = heads
        self.to_q = nn.Linear(dim, dim, bias=False)
        self.to_k = nn.Linear(context or dim, dim, bias=False)
        self.to_v = nn.Linear(context or dim, dim, bias=False)
        self.to_out = nn.ModuleList([nn.Linear(dim, dim), nn.Identity()])

    def forward(self, x, context=None):
        c = x if context is None else context
        return self.to_out[0](attend(self.to_q(x), self.to_k(c), self.to_v(c), self.heads))


class FeedForward(nn.Module):
    """Gated, twice as wide inside as outside (diffusers: four times)."""

    def __init__(self, dim):
        super().__init__()
        self.net = nn.ModuleList([module(proj=nn.Linear(dim, 4 * dim)), nn.Identity(), nn.Linear(2 * dim, dim)])

    def forward(self, x):
        h, gate = self.net[0].proj(x).chunk(2, -1)
        return self.net[2](h * F.gelu(gate))


class BasicTransformerBlock(nn.Module):
    def __init__(self, dim, heads, context):
        super().__init__()
        self.norm1, self.norm2, self.norm3 = nn.LayerNorm(dim), nn.LayerNorm(dim), nn.LayerNorm(dim)
        self.attn1 = Attention(dim, heads)
        self.attn2 = Attention(dim, heads, context)
        self.ff = FeedForward(dim)

    def forward(self, x, context):
        x = x + self.attn1(self.norm1(x))
        x = x + self.attn2(self.norm2(x), context)
        return x + self.ff(self.norm3(x))


class Transformer2DModel(nn.Module):
    def __init__(self, dim, heads, context, groups):
        super().__init__()
        self.norm = nn.GroupNorm(groups, dim, eps=1e-6)
        self.proj_in = nn.Linear(dim, dim)
        self.transformer_blocks = nn.ModuleList([BasicTransformerBlock(dim, heads, context)])
        self.proj_out = nn.Linear(dim, dim)

    def forward(self, x, context):
        h = self.transformer_blocks[0](self.proj_in(flatten(self.norm(x))), context)
        return x + unflatten(self.proj_out(h), x)


def timestep_embedding(t, dim):
    f = torch.exp(-math.log(10000) * torch.arange(dim // 2, dtype=torch.float32) / (dim // 2))
    a = t.float()[:, None] * f[None]
    return torch.cat([torch.cos(a), torch.sin(a)], 1)


WAVES = 5


def places(x):
    """Products of cosines over height and width, [1, 25, h, w]: tells the network where in the picture it is."""
    def waves(n):
        i = torch.arange(n, dtype=torch.float32)
        k = torch.arange(WAVES, dtype=torch.float32)
        return torch.cos(k[:, None] * ((i + .5) * (math.pi / n))[None])

    down, across = waves(x.shape[2]), waves(x.shape[3])
    return (down[:, None, :, None] * across[None, :, None, :]).reshape(1, WAVES * WAVES, x.shape[2], x.shape[3])


class UNet2DConditionModel(nn.Module):
    """Beyond diffusers' plain form, the state at the last text position is added to the time embedding, as with
    addition_embed_type "text", and each level is told where in the picture it is."""

    def __init__(self, channels=(64, 96, 128, 160), attention=(False, False, True, True), context=192, head_dim=32, groups=16, sample_size=32,
                 temb=384):
        super().__init__()
        chs, n = list(channels), len(channels)
        heads = [c // head_dim for c in chs]
        self.config = {
            "_class_name": "UNet2DConditionModel", "sample_size": sample_size, "in_channels": 4, "out_channels": 4,
            "flip_sin_to_cos": True, "freq_shift": 0, "act_fn": "silu", "norm_eps": 1e-5, "norm_num_groups": groups,
            "down_block_types": ["CrossAttnDownBlock2D" if a else "DownBlock2D" for a in attention],
            "mid_block_type": "UNetMidBlock2DCrossAttn",
            "up_block_types": ["CrossAttnUpBlock2D" if a else "UpBlock2D" for a in reversed(attention)],
            "block_out_channels": chs, "layers_per_block": 1, "cross_attention_dim": context, "attention_head_dim": heads,
            "transformer_layers_per_block": 1, "use_linear_projection": True, "feed_forward_multiplier": 2,
            "time_embedding_dim": temb, "addition_embed_type": "text_last", "place_waves": WAVES}
        self.base = chs[0]

        def res(cin, cout):
            return ResnetBlock2D(cin, cout, groups, temb)

        def att(i):
            return Transformer2DModel(chs[i], heads[i], context, groups)

        self.conv_in = nn.Conv2d(4, chs[0], 3, padding=1)
        self.time_embedding = module(linear_1=nn.Linear(chs[0], temb), linear_2=nn.Linear(temb, temb))
        skips, prev = [chs[0]], chs[0]
        self.down_blocks = nn.ModuleList()
        for i, ch in enumerate(chs):
            b = module(resnets=nn.ModuleList([res(prev, ch)]))
            if attention[i]:
                b.attentions = nn.ModuleList([att(i)])
            skips.append(ch)
            if i + 1 < n:
                b.downsamplers = nn.ModuleList([Downsample2D(ch)])
                skips.append(ch)
            self.down_blocks.append(b)
            prev = ch
        self.mid_block = module(attentions=nn.ModuleList([att(n - 1)]), resnets=nn.ModuleList([res(prev, prev), res(prev, prev)]))
        self.up_blocks = nn.ModuleList()
        for i in reversed(range(n)):
            blocks = []
            for _ in range(2):
                blocks.append(res(prev + skips.pop(), chs[i]))
                prev = chs[i]
            b = module(resnets=nn.ModuleList(blocks))
            if attention[i]:
                b.attentions = nn.ModuleList([att(i) for _ in range(2)])
            if i > 0:
                b.upsamplers = nn.ModuleList([Upsample2D(chs[i])])
            self.up_blocks.append(b)
        self.conv_norm_out = nn.GroupNorm(groups, chs[0])
        self.conv_out = nn.Conv2d(chs[0], 4, 3, padding=1)
        self.add_embedding = nn.Linear(context, temb)
        self.place_embedding = nn.ModuleList([nn.Conv2d(WAVES * WAVES, ch, 1) for ch in (chs[0], *chs[:-1])])
        self.zero_outputs()

    @torch.no_grad()
    def zero_outputs(self):
        """Every residual branch and the output start at zero: steadier first steps."""
        ends = [self.conv_out, self.add_embedding, *self.place_embedding]
        for m in self.modules():
            if isinstance(m, ResnetBlock2D):
                ends.append(m.conv2)
            if isinstance(m, Transformer2DModel):
                ends.append(m.proj_out)
        for m in ends:
            nn.init.zeros_(m.weight), nn.init.zeros_(m.bias)

    def forward(self, sample, timestep, encoder_hidden_states):
        t = timestep.reshape(-1).expand(sample.shape[0])
        e, context = self.time_embedding, encoder_hidden_states
        temb = e.linear_2(F.silu(e.linear_1(timestep_embedding(t, self.base))))
        temb = F.silu(temb + self.add_embedding(context[:, -1]))
        x = self.conv_in(sample)
        x = x + self.place_embedding[0](places(x))
        skips = [x]
        for i, b in enumerate(self.down_blocks):
            if i:
                x = x + self.place_embedding[i](places(x))
            x = b.resnets[0](x, temb)
            if hasattr(b, "attentions"):
                x = b.attentions[0](x, context)
            skips.append(x)
            if hasattr(b, "downsamplers"):
                x = b.downsamplers[0](x)
                skips.append(x)
        m = self.mid_block
        x = m.resnets[1](m.attentions[0](m.resnets[0](x, temb), context), temb)
        for b in self.up_blocks:
            for j, r in enumerate(b.resnets):
                x = r(torch.cat([x, skips.pop()], 1), temb)
                if hasattr(b, "attentions"):
                    x = b.attentions[j](x, context)
            if hasattr(b, "upsamplers"):
                x = b.upsamplers[0](x)
        return self.conv_out(F.silu(self.conv_norm_out(x)))
