"""CLIP-format byte-level BPE: training, encoding, and the four tokenizer files.

    python tokenizer.py scenes/*.json [more.txt] --out tokenizer
"""
import argparse
import collections
import functools
import json
import os
import re
import unicodedata

BOS, EOS = "<|startoftext|>", "<|endoftext|>"
LENGTH = 77
CONTRACTIONS = ("'s", "'t", "'re", "'ve", "'m", "'ll", "'d")


def byte_alphabet():
    """byte -> printable character, in CLIP's (GPT-2's) order."""
    keep = [*range(33, 127), *range(161, 173), *range(174, 256)]
    table, extra = {b: chr(b) for b in keep}, 0
    for b in range(256):
        if b not in table:
            table[b] = chr(256 + extra)
            extra += 1
    return table


BYTES = byte_alphabet()


def words(text):
    """CLIP's pre-tokenisation: contractions, runs of letters, single digits, runs of anything else but white space."""
    text = re.sub(r"\s+", " ", text).strip().lower()
    out, i = [], 0
    while i < len(text):
        for s in (BOS, EOS, *CONTRACTIONS):
            if text.startswith(s, i):
                out.append(s)
                i += len(s)
                break
        else:
            kind = unicodedata.category(text[i])[0]
            j = i + 1
            if text[i].isspace():
                i = j
                continue
            if kind == "L":
                while j < len(text) and unicodedata.category(text[j])[0] == "L":
                    j += 1
            elif kind != "N":
                while j < len(text) and not text[j].isspace() and unicodedata.category(text[j])[0] not in "LN":
                    j += 1
            out.append(text[i:j])
            i = j
    return out


def symbols(word):
    s = [BYTES[b] for b in word.encode("utf-8")]
    return (*s[:-1], s[-1] + "</w>")


def train(captions, size=4096):
    """Learns the merges; returns a Tokenizer with exactly `size` tokens (fewer when the text runs out of pairs)."""
    counts = collections.Counter()
    for c in captions:
        counts.update(words(c))
    vocab = [list(symbols(w)) for w in counts]
    freq = list(counts.values())
    pairs, where = collections.Counter(), collections.defaultdict(set)
    for i, w in enumerate(vocab):
        for p in zip(w, w[1:]):
            pairs[p] += freq[i]
            where[p].add(i)
    merges = []
    while len(merges) < size - 514 and pairs:
        best = max(pairs, key=lambda p: (pairs[p], p))
        if pairs[best] < 1:
            break
        merges.append(best)
        joined = best[0] + best[1]
        for i in list(where[best]):
            w, f = vocab[i], freq[i]
            for p in zip(w, w[1:]):
                pairs[p] -= f
                if pairs[p] <= 0:
                    del pairs[p]
                where[p].discard(i)
            new, k = [], 0
            while k < len(w):
                if k + 1 < len(w) and (w[k], w[k + 1]) == best:
                    new.append(joined)
                    k += 2
                else:
                    new.append(w[k])
                    k += 1
            vocab[i] = new
            for p in zip(new, new[1:]):
                pairs[p] += f
                where[p].add(i)
    return Tokenizer(merges)


class Tokenizer:
    def __init__(self, merges):
        alphabet = [BYTES[b] for b in BYTES]
        order = sorted(alphabet, key=lambda c: (ord(c) > 255, ord(c)))
        tokens = order + [c + "</w>" for c in order] + [a + b for a, b in merges] + [BOS, EOS]
        self.merges = [tuple(m) for m in merges]
        self.ids = {t: i for i, t in enumerate(tokens)}
        self.rank = {m: i for i, m in enumerate(self.merges)}
        self.bos, self.eos = self.ids[BOS], self.ids[EOS]
        self.word = functools.lru_cache(maxsize=65536)(self._word)

    def __len__(self):
        return len(self.ids)

    def _word(self, word):
        if word in (BOS, EOS):
            return (self.ids[word],)
        s = list(symbols(word))
        while len(s) > 1:
            r, k = min((self.rank.get(p, 1 << 30), k) for k, p in enumerate(zip(s, s[1:])))
            if r == 1 << 30:
                break
            a, b = s[k], s[k + 1]
            out, k = [], 0
            while k < len(s):
                if k + 1 < len(s) and s[k] == a and s[k + 1] == b:
                    out.append(a + b)
                    k += 2
                else:
                    out.append(s[k])
                    k += 1
            s = out
        return tuple(self.ids[t] for t in s)

    def encode(self, text, length=LENGTH):
        """bos, tokens, eos, then eos as padding: always `length` ids."""
        ids = [i for w in words(text) for i in self.word(w)][: length - 2]
        return [self.bos, *ids, *[self.eos] * (length - 1 - len(ids))]

    def save(self, folder):
        os.makedirs(folder, exist_ok=True)

        def put(name, value):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
                json.dump(value, f, ensure_ascii=False, indent=2)

        with open(os.path.join(folder, "vocab.json"), "w", encoding="utf-8") as f:
            json.dump(self.ids, f, ensure_ascii=False)
        with open(os.path.join(folder, "merges.txt"), "w", encoding="utf-8") as f:
            f.write("#version: 0.2\n" + "".join(f"{a} {b}\n" for a, b in self.merges))
        put("tokenizer_config.json", {
            "tokenizer_class": "CLIPTokenizer", "model_max_length": LENGTH, "do_lower_case": True,
            "add_prefix_space": False, "errors": "replace",
            "bos_token": BOS, "eos_token": EOS, "unk_token": EOS, "pad_token": EOS})
        put("special_tokens_map.json", {"bos_token": BOS, "eos_token": EOS, "unk_token": EOS, "pad_token": EOS})

    @classmethod
    def load(cls, folder):
        with open(os.path.join(folder, "merges.txt"), encoding="utf-8") as f:
            t = cls([tuple(line.split(" ")) for line in f.read().split("\n")[1:] if line])
        with open(os.path.join(folder, "vocab.json"), encoding="utf-8") as f:
            stored = json.load(f)
        if stored != t.ids:
            raise ValueError("vocab.json does not follow from merges.txt")
        return t


def read_captions(paths):
    """Lines of text files, and both languages of rendered shards' caption files (.json)."""
    for path in paths:
        with open(path, encoding="utf-8") as f:
            if path.endswith(".json"):
                yield from (text for pair in json.load(f) for text in pair)
            else:
                yield from (line.strip() for line in f)


if __name__ == "__main__":
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("captions", nargs="+", help="text files with one caption a line, or caption files of rendered shards")
    a.add_argument("--out", default="tokenizer")
    a.add_argument("--size", type=int, default=4096)
    a = a.parse_args()
    t = train(read_captions(a.captions), a.size)
    t.save(a.out)
    print(len(t), "tokens")
