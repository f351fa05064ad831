"""Layers shared by the UNet and the text and image towers."""
import torch
import torch.nn as nn
import torch.nn.functional as F

class GroupNorm(nn.GroupNorm):
    """In half precision on an accelerator: autocast would widen the largest tensors there are."""

    def forward(self, x):
        if x.device.type == "cpu" or x.dtype == torch.float32:
            return super().forward(x)
        with torch.autocast(x.device.type, enabled=False):
            return F.group_norm(x, self.num_groups, self.weight.to(x.dtype), self.bias.to(x.dtype), self.eps)


FUSED_ATTENTION = True      # off while exporting: graphs get plain matrix products


def attend(q, k, v, heads, causal=False):
    """q, k, v: [batch, tokens, width]"""
    def split(x):
        return x.reshape(x.shape[0], x.shape[1], heads, x.shape[2] // heads).transpose(1, 2)

    width = q.shape[2]
    q, k, v = split(q), split(k), split(v)
    if FUSED_ATTENTION:
        y = F.scaled_dot_product_attention(q, k, v, is_causal=causal)
    else:
        w = q @ k.transpose(2, 3) * (width // heads) ** -.5
        if causal:
            w = w + torch.full((w.shape[2], w.shape[3]), -1e9, dtype=w.dtype, device=w.device).triu(1)
        y = torch.softmax(w, -1) @ v
    return y.transpose(1, 2).reshape(y.shape[0], y.shape[2], width)


def flatten(x):
    return x.permute(0, 2, 3, 1).reshape(x.shape[0], x.shape[2] * x.shape[3], x.shape[1])


def unflatten(x, like):
    return x.reshape(like.shape[0], like.shape[2], like.shape[3], x.shape[2]).permute(0, 3, 1, 2)


def module(**parts):
    m = nn.Module()
    for k, v in parts.items():
        setattr(m, k, v)
    return m


def parameters(model):
    return sum(p.numel() for p in model.parameters())
