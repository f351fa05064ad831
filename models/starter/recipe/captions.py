"""Captions as token numbers."""
import numpy as np

from tokenizer import LENGTH


def tokenise(tokenizer, captions):
    """[[English, Georgian], ...] -> uint16 [n, 2, 77]"""
    known = {}
    out = np.empty((len(captions), 2, LENGTH), np.uint16)
    for i, pair in enumerate(captions):
        for j, text in enumerate(pair):
            if text not in known:
                known[text] = np.array(tokenizer.encode(text), np.uint16)
            out[i, j] = known[text]
    return out


def cut(ids, end, long_share, short=24, rng=np.random):
    """Mostly the first `short` positions (or as many as the longest caption needs), sometimes all 77."""
    if rng.random() < long_share:
        return ids
    longest = int((ids == end).argmax(1).max()) + 1
    return ids[:, :max(short, longest)]
