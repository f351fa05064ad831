"""Text and image towers in CLIP's shape and naming."""
import torch
import torch.nn as nn

from nets.layers import LayerNorm, attend, flatten, module


class ClipAttention(nn.Module):
    def __init__(self, dim, heads, causal):
        super().__init__()
        self.heads, self.causal = heads, causal
        self.q_proj, self.k_proj, self.v_proj, self.out_proj = (nn.Linear(dim, dim) for _ in range(4))

    def forward(self, x):
        return self.out_proj(attend(self.q_proj(x), self.k_proj(x), self.v_proj(x), self.heads, self.causal))


class ClipMLP(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.fc1, self.fc2 = nn.Linear(dim, 4 * dim), nn.Linear(4 * dim, dim)

    def forward(self, x):
        x = self.fc1(x)
        return self.fc2(x * torch.sigmoid(1.702 * x))


class ClipLayer(nn.Module):
    def __init__(self, dim, heads, causal):
        super().__init__()
        self.self_attn = ClipAttention(dim, heads, causal)
        self.layer_norm1, self.layer_norm2 = LayerNorm(dim), LayerNorm(dim)
        self.mlp = ClipMLP(dim)

    def forward(self, x):
        x = x + self.self_attn(self.layer_norm1(x))
        return x + self.mlp(self.layer_norm2(x))


def encoder(dim, layers, heads, causal):
    return module(layers=nn.ModuleList([ClipLayer(dim, heads, causal) for _ in range(layers)]))


def initialise(model, dim, layers):
    for name, p in model.named_parameters():
        if p.dim() >= 2:
            nn.init.normal_(p, std=.02 if "embedding" in name else dim ** -.5)
        if name.endswith(("out_proj.weight", "fc2.weight")):
            nn.init.normal_(p, std=dim ** -.5 * (2 * layers) ** -.5)


def common(hidden, layers, heads, projection):
    return {"hidden_size": hidden, "intermediate_size": 4 * hidden, "num_hidden_layers": layers, "num_attention_heads": heads,
            "projection_dim": projection, "hidden_act": "quick_gelu", "layer_norm_eps": 1e-5}


class CLIPTextModel(nn.Module):
    def __init__(self, vocab=4096, hidden=192, layers=3, heads=6, projection=128, positions=77):
        super().__init__()
        self.config = {"architectures": ["CLIPTextModelWithProjection"], "model_type": "clip_text_model", "vocab_size": vocab,
                       "max_position_embeddings": positions, "bos_token_id": vocab - 2, "eos_token_id": vocab - 1,
                       "pad_token_id": vocab - 1, **common(hidden, layers, heads, projection)}
        self.text_model = module(
            embeddings=module(token_embedding=nn.Embedding(vocab, hidden), position_embedding=nn.Embedding(positions, hidden)),
            encoder=encoder(hidden, layers, heads, True), final_layer_norm=LayerNorm(hidden))
        self.text_projection = nn.Linear(hidden, projection, bias=False)
        initialise(self, hidden, layers)

    def forward(self, ids):
        """last_hidden_state, pooler_output (the state at the first end token), text_embeds"""
        m = self.text_model
        x = m.embeddings.token_embedding(ids) + m.embeddings.position_embedding.weight[: ids.shape[1]]
        for layer in m.encoder.layers:
            x = layer(x)
        x = m.final_layer_norm(x)
        pooled = x[torch.arange(x.shape[0], device=x.device), ids.argmax(-1)]      # the end token has the highest id
        return x, pooled, self.text_projection(pooled)


class CLIPVisionModel(nn.Module):
    def __init__(self, image=64, patch=8, hidden=128, layers=4, heads=4, projection=128):
        super().__init__()
        self.config = {"architectures": ["CLIPVisionModelWithProjection"], "model_type": "clip_vision_model", "image_size": image,
                       "patch_size": patch, "num_channels": 3, **common(hidden, layers, heads, projection)}
        n = (image // patch) ** 2
        self.vision_model = module(
            embeddings=module(patch_embedding=nn.Conv2d(3, hidden, patch, stride=patch, bias=False),
                              position_embedding=nn.Embedding(n + 1, hidden)),
            pre_layrnorm=LayerNorm(hidden), encoder=encoder(hidden, layers, heads, False), post_layernorm=LayerNorm(hidden))
        self.vision_model.embeddings.class_embedding = nn.Parameter(torch.zeros(hidden))
        self.visual_projection = nn.Linear(hidden, projection, bias=False)
        initialise(self, hidden, layers)

    def forward(self, x):
        """x: [n,3,image,image] in -1..1 -> image_embeds"""
        m = self.vision_model
        p = flatten(m.embeddings.patch_embedding(x))
        c = m.embeddings.class_embedding.to(p.dtype).expand(p.shape[0], 1, p.shape[2])
        h = m.pre_layrnorm(torch.cat([c, p], 1) + m.embeddings.position_embedding.weight)
        for layer in m.encoder.layers:
            h = layer(h)
        return self.visual_projection(m.post_layernorm(h[:, 0]))
