"""Token numbers, no longer than they need to be."""
import torch


def cut(ids, end, long_share, short=24):
    """Mostly the first `short` positions (or as many as the longest caption needs), sometimes all 77."""
    if long_share >= 1 or float(torch.rand(())) < long_share:
        return ids
    longest = int((ids == end).int().argmax(1).max()) + 1
    return ids[:, :max(short, longest)]
