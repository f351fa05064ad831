"""The denoiser: a UNet2DConditionModel in diffusers' naming. With `wide=4, text_last=False, waves=0` it is diffusers' own form."""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F

from nets.layers import GroupNorm, LayerNorm, attend, flatten, module, unflatten


class ResnetBlock2D(nn.Module):
    def __init__(self, cin, cout, groups, temb):
        super().__init__()
        self.norm1 = GroupNorm(groups, cin)
        self.conv1 = nn.Conv2d(cin, cout, 3, padding=1)
        self.time_emb_proj = nn.Linear(temb, cout)
        self.norm2 = GroupNorm(groups, cout)
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
    """Gated, `wide` times as wide inside as outside (diffusers: four times)."""

    def __init__(self, dim, wide):
        super().__init__()
        self.net = nn.ModuleList([module(proj=nn.Linear(dim, 2 * wide * dim)), nn.Identity(), nn.Linear(wide * dim, dim)])

    def forward(self, x):
        h, gate = self.net[0].proj(x).chunk(2, -1)
        return self.net[2](h * F.gelu(gate))


class BasicTransformerBlock(nn.Module):
    def __init__(self, dim, heads, context, wide):
        super().__init__()
        self.norm1, self.norm2, self.norm3 = LayerNorm(dim), LayerNorm(dim), LayerNorm(dim)
        self.attn1 = Attention(dim, heads)
        self.attn2 = Attention(dim, heads, context)
        self.ff = FeedForward(dim, wide)

    def forward(self, x, context):
        x = x + self.attn1(self.norm1(x))
        x = x + self.attn2(self.norm2(x), context)
        return x + self.ff(self.norm3(x))


class Transformer2DModel(nn.Module):
    def __init__(self, dim, heads, context, groups, wide):
        super().__init__()
        self.norm = GroupNorm(groups, dim, eps=1e-6)
        self.proj_in = nn.Linear(dim, dim)
        self.transformer_blocks = nn.ModuleList([BasicTransformerBlock(dim, heads, context, wide)])
        self.proj_out = nn.Linear(dim, dim)

    def forward(self, x, context):
        h = self.transformer_blocks[0](self.proj_in(flatten(self.norm(x))), context)
        return x + unflatten(self.proj_out(h), x)


def timestep_embedding(t, dim):
    f = torch.exp(-math.log(10000) * torch.arange(dim // 2, dtype=torch.float32, device=t.device) / (dim // 2))
    a = t.float()[:, None] * f[None]
    return torch.cat([torch.cos(a), torch.sin(a)], 1)


def places(x, count):
    """Products of cosines over height and width, [1, count^2, h, w]: tells the network where in the picture it is."""
    def waves(n):
        i = torch.arange(n, dtype=torch.float32, device=x.device)
        k = torch.arange(count, dtype=torch.float32, device=x.device)
        return torch.cos(k[:, None] * ((i + .5) * (math.pi / n))[None])

    down, across = waves(x.shape[2]), waves(x.shape[3])
    return (down[:, None, :, None] * across[None, :, None, :]).reshape(1, count * count, x.shape[2], x.shape[3]).to(x.dtype)


class UNet2DConditionModel(nn.Module):
    """channels, attention: of each level, the finest first; context: width of the text states; temb: of the time embedding.

    Beyond diffusers' form, for small networks: text_last adds the state at the last text position to the time embedding (as with
    addition_embed_type "text"), and waves > 0 tells each level where in the picture it is."""

    def __init__(self, channels=(64, 96, 128, 160), attention=(False, False, True, True), context=192, head_dim=32, groups=16,
                 sample_size=32, temb=384, layers=1, wide=2, text_last=True, waves=5):
        super().__init__()
        chs, n = list(channels), len(channels)
        heads = [max(1, c // head_dim) for c in chs]
        self.waves, self.text_last, self.base = waves, text_last, chs[0]
        self.config = {
            "_class_name": "UNet2DConditionModel", "sample_size": sample_size, "in_channels": 4, "out_channels": 4,
            "flip_sin_to_cos": True, "freq_shift": 0, "act_fn": "silu", "norm_eps": 1e-5, "norm_num_groups": groups,
            "down_block_types": ["CrossAttnDownBlock2D" if a else "DownBlock2D" for a in attention],
            "mid_block_type": "UNetMidBlock2DCrossAttn",
            "up_block_types": ["CrossAttnUpBlock2D" if a else "UpBlock2D" for a in reversed(attention)],
            "block_out_channels": chs, "layers_per_block": layers, "cross_attention_dim": context, "attention_head_dim": heads,
            "transformer_layers_per_block": 1, "use_linear_projection": True}
        if temb != 4 * chs[0]:
            self.config["time_embedding_dim"] = temb
        if wide != 4:
            self.config["feed_forward_multiplier"] = wide
        if text_last:
            self.config["addition_embed_type"] = "text_last"
        if waves:
            self.config["place_waves"] = waves

        def res(cin, cout):
            return ResnetBlock2D(cin, cout, groups, temb)

        def att(i):
            return Transformer2DModel(chs[i], heads[i], context, groups, wide)

        self.conv_in = nn.Conv2d(4, chs[0], 3, padding=1)
        self.time_embedding = module(linear_1=nn.Linear(chs[0], temb), linear_2=nn.Linear(temb, temb))
        skips, prev = [chs[0]], chs[0]
        self.down_blocks = nn.ModuleList()
        for i, ch in enumerate(chs):
            b = module(resnets=nn.ModuleList([res(prev if j == 0 else ch, ch) for j in range(layers)]))
            if attention[i]:
                b.attentions = nn.ModuleList([att(i) for _ in range(layers)])
            skips += [ch] * layers
            if i + 1 < n:
                b.downsamplers = nn.ModuleList([Downsample2D(ch)])
                skips.append(ch)
            self.down_blocks.append(b)
            prev = ch
        self.mid_block = module(attentions=nn.ModuleList([att(n - 1)]), resnets=nn.ModuleList([res(prev, prev), res(prev, prev)]))
        self.up_blocks = nn.ModuleList()
        for i in reversed(range(n)):
            blocks = []
            for _ in range(layers + 1):
                blocks.append(res(prev + skips.pop(), chs[i]))
                prev = chs[i]
            b = module(resnets=nn.ModuleList(blocks))
            if attention[i]:
                b.attentions = nn.ModuleList([att(i) for _ in range(layers + 1)])
            if i > 0:
                b.upsamplers = nn.ModuleList([Upsample2D(chs[i])])
            self.up_blocks.append(b)
        self.conv_norm_out = GroupNorm(groups, chs[0])
        self.conv_out = nn.Conv2d(chs[0], 4, 3, padding=1)
        if text_last:
            self.add_embedding = nn.Linear(context, temb)
        if waves:
            self.place_embedding = nn.ModuleList([nn.Conv2d(waves * waves, ch, 1) for ch in (chs[0], *chs[:-1])])
        self.zero_outputs()

    @torch.no_grad()
    def zero_outputs(self):
        """Every residual branch and the output start at zero: steadier first steps."""
        ends = [self.conv_out]
        if self.text_last:
            ends.append(self.add_embedding)
        if self.waves:
            ends += self.place_embedding
        for m in self.modules():
            if isinstance(m, ResnetBlock2D):
                ends.append(m.conv2)
            if isinstance(m, Transformer2DModel):
                ends.append(m.proj_out)
        for m in ends:
            nn.init.zeros_(m.weight), nn.init.zeros_(m.bias)

    def located(self, x, level):
        return x + self.place_embedding[level](places(x, self.waves)) if self.waves else x

    def forward(self, sample, timestep, encoder_hidden_states):
        """sample [n,4,h,w], timestep [1] or [n], encoder_hidden_states [n,tokens,context] -> predicted velocity"""
        t = timestep.reshape(-1).expand(sample.shape[0])
        e, context = self.time_embedding, encoder_hidden_states
        temb = e.linear_2(F.silu(e.linear_1(timestep_embedding(t, self.base))))
        temb = F.silu(temb + self.add_embedding(context[:, -1]) if self.text_last else temb)
        x = self.located(self.conv_in(sample), 0)
        skips = [x]
        for i, b in enumerate(self.down_blocks):
            if i:
                x = self.located(x, i)
            for j, r in enumerate(b.resnets):
                x = r(x, temb)
                if hasattr(b, "attentions"):
                    x = b.attentions[j](x, context)
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
