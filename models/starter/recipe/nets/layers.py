"""Layers shared by the UNet and the text and image towers."""
import torch
import torch.nn as nn
import torch.nn.functional as F

OLD = not hasattr(F, "scaled_dot_product_attention")                # torch 1, as in Debian 12


def widened(norm, x):
    """Torch 1 knows no half precision input beside parameters of full precision."""
    with torch.autocast(x.device.type, enabled=False):
        return norm(x.float()).to(x.dtype)


class LayerNorm(nn.LayerNorm):
    def forward(self, x):
        return widened(super().forward, x) if OLD else super().forward(x)


class GroupNorm(nn.GroupNorm):
    """In half precision on an accelerator: autocast would widen the largest tensors there are."""

    def forward(self, x):
        if OLD:
            return widened(super().forward, x)
        if x.device.type == "cpu" or x.dtype == torch.float32:
            return super().forward(x)
        with torch.autocast(x.device.type, enabled=False):
            return F.group_norm(x, self.num_groups, self.weight.to(x.dtype), self.bias.to(x.dtype), self.eps)


def attend(q, k, v, heads, causal=False):
    """q, k, v: [batch, tokens, width]"""
    def split(x):
        return x.reshape(x.shape[0], x.shape[1], heads, x.shape[2] // heads).transpose(1, 2)

    y = written_out(split(q), split(k), split(v), causal) if OLD else F.scaled_dot_product_attention(
        split(q), split(k), split(v), is_causal=causal)
    return y.transpose(1, 2).reshape(q.shape)


def written_out(q, k, v, causal):
    scores = (q @ k.transpose(-1, -2)).float() / q.shape[-1] ** .5
    if causal:
        scores = scores.masked_fill(torch.ones(scores.shape[-2:], dtype=torch.bool, device=q.device).triu(1), float("-inf"))
    return scores.softmax(-1).to(v.dtype) @ v


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
