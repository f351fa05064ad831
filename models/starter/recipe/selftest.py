"""A toy run of the whole recipe in about a minute: every step with next to no training.

    SPRITES=sprites python -m unittest selftest
"""
import json
import os
import tempfile
import types
import unittest

import numpy as np
import torch

import checkpoints
import compose
import export
import render
import restore
import sampling
import tokenizer
import train_autoencoder
import train_clip
import train_unet


class Toy(unittest.TestCase):
    def setUp(self):
        render.SHARD = 40
        train_autoencoder.HOLDOUT = train_clip.HOLDOUT = train_unet.HOLDOUT = 8
        torch.set_num_threads(1)

    def test_scene_depends_on_its_number_only(self):
        a, b = compose.scene(77), compose.scene(77)
        self.assertEqual(a[1:], b[1:])
        self.assertTrue(np.array_equal(np.asarray(a[0]), np.asarray(b[0])))
        self.assertEqual(a[0].size, (128, 128))

    def test_captions_are_bilingual(self):
        for number in range(60):
            _, en, ka = compose.scene(number)
            self.assertTrue(en.isascii() and "  " not in en, en)
            self.assertTrue(any("\u10d0" <= c <= "\u10f0" for c in ka), ka)

    def test_whole_recipe(self):
        with tempfile.TemporaryDirectory() as out:
            scenes, tokens = os.path.join(out, "scenes"), os.path.join(out, "tokenizer")
            os.makedirs(scenes)
            render.shard((scenes, 0))
            with open(os.path.join(scenes, "0000.json"), encoding="utf-8") as f:
                texts = [c for pair in json.load(f) for c in pair]
            tokenizer.train(texts, 4096).save(tokens)
            a = types.SimpleNamespace(scenes=scenes, tokenizer=tokens, out=out, lanes=1, port=0, seed=1, minutes=.03, shards=1, batch=4,
                                      rate=1e-3, kl=1e-4, fp32=False, text=None, text_share=.3, decay_from=.5, long_share=.5, ema=.99, first=16, encode=2)
            train_autoencoder.work(0, a)
            train_clip.work(0, a)
            train_unet.work(0, a)
            known = tokenizer.Tokenizer.load(tokens)
            models, notes = checkpoints.load(out, len(known))
            self.assertGreater(notes["unet"]["step"], 0)
            images = sampling.draw(models, known, ["a cat"], steps=2)
            self.assertEqual(images[0].size, (128, 128))


class Export(unittest.TestCase):
    def test_weights_come_back_from_the_graphs(self):
        models, _ = checkpoints.load("", 4096)
        generator = torch.Generator().manual_seed(3)
        for m in models.values():       # no two weights alike, as after training
            for p in m.parameters():
                p.data.add_(torch.randn(p.shape, generator=generator) * .01)
        with tempfile.TemporaryDirectory() as out:
            export.export_onnx(models, out)
            again, missing = restore.restore(out)
        self.assertEqual(missing, {})
        for key, m in models.items():
            for name, value in m.state_dict().items():
                self.assertTrue(torch.allclose(value, again[key].state_dict()[name], atol=2e-3, rtol=2e-3), (key, name))


if __name__ == "__main__":
    unittest.main()
