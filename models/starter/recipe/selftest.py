"""A toy run of everything in two or three minutes: SPRITES=sprites python -m unittest selftest"""
import glob
import json
import os
import subprocess
import sys
import tempfile
import unittest

import numpy as np
import torch

import budgets
import checkpoints
import classify
import evaluate
import export
import grow
import parcels
import render
import restore
import sampling
from nets.tokenizer import Tokenizer, train
from scenes import compose, filters, held, nouns, places, sprites, stories, styles, world

HERE = os.path.dirname(os.path.abspath(__file__))
KNOWN = os.path.join(HERE, "..", "tokenizer")
torch.set_num_threads(1)


def worlds():
    yield world.small()
    if os.path.exists(os.path.join(sprites.FOLDER, "library.json")):
        yield world.full(sprites.FOLDER)


class Scenes(unittest.TestCase):
    def test_depends_on_its_number_only(self):
        for here in worlds():
            a, b = compose.scene(77, here), compose.scene(77, here)
            self.assertEqual(a[1:], b[1:])
            self.assertTrue(np.array_equal(np.asarray(a.image), np.asarray(b.image)))

    def test_both_languages_and_any_shape(self):
        for here in worlds():
            for number in range(90):
                size = ((256, 256), (192, 320), (320, 192), (64, 64))[number % 4]
                s = compose.scene(number, here, size)
                self.assertEqual(s.image.size, size)
                self.assertTrue(s.en and "  " not in s.en and s.en == s.en.strip(), s.en)
                self.assertTrue(any("\u10d0" <= c <= "\u10f0" for c in s.ka), s.ka)

    def test_captions_agree_in_what_they_say(self):
        """A word for a count, a filter or a named ground stands in both captions or in neither."""
        pairs = [(en, ka) for words, ka in styles.FILTER_WORDS.values() for en in words]
        pairs += [(en, ka) for en, ka in world.COUNTS.values()]
        for here in worlds():
            for number in range(150):
                s = compose.scene(number, here, (64, 64))
                for en, ka in pairs:
                    if en == "neon" or "colored pencil" in s.en:
                        continue        # also parts of other words
                    if f" {en} " in f" {s.en.replace(',', ' ')} ":
                        self.assertIn(ka, s.ka, (s.en, s.ka))

    def test_every_place_hour_and_story_can_be_drawn(self):
        import random
        r = random.Random(1)
        self.assertEqual(len(places.PLACES), 22)
        for place in places.PLACES.values():
            for hour in set(place.hours):
                page, ground, _ = places.draw(place.key, r, (96, 64), hour)
                self.assertEqual(page.size, (96, 64))
        for story in stories.STORIES:
            page, en, ka = story(r, "fluent3d", (64, 96))
            self.assertEqual(page.size, (64, 96))
        for f in filters.FILTERS.values():
            self.assertEqual(f(page, np.random.RandomState(1)).size, (64, 96))

    def test_held_back_pairs_never_appear(self):
        self.assertEqual((len(held.PLACES), len(held.FILTERS), len(held.prompts())), (40, 40, 80))
        self.assertFalse(set(held.PLACES) & held.KNOWN)
        words = {p: tuple(places.PLACES[p].en) for _, p in held.PLACES}
        by = {n.key: n.en for n in nouns.CORE}
        here = world.small()
        for number in range(400):
            s = compose.scene(number, here, (32, 32))
            self.assertNotIn((s.noun, s.filter), held.FILTERS)
            for key, place in held.PLACES:
                if s.noun == key:
                    self.assertFalse(any(f"{name} {w}" in s.en for name in by[key] for w in words[place]), s.en)

    def test_grammar(self):
        self.assertEqual([nouns.plural(n) for n in ("cup of coffee", "sheep", "fox", "butterfly", "autumn leaf", "fireworks", "nest with eggs", "merman")],
                         ["cups of coffee", "sheep", "foxes", "butterflies", "autumn leaves", "fireworks", "nests with eggs", "mermen"])
        self.assertEqual([nouns.article(n) for n in ("owl", "unicorn", "sunglasses", "bus", "noodles in a bowl")],
                         ["an owl", "a unicorn", "sunglasses", "a bus", "noodles in a bowl"])


class Networks(unittest.TestCase):
    def test_weights_come_back_from_the_files(self):
        for name in ("toy", "cpu"):
            models, generator = budgets.networks(budgets.BUDGETS[name], 4096), torch.Generator().manual_seed(3)
            for m in models.values():       # no two weights alike, as after training
                m.eval()
                for p in m.parameters():
                    p.data.add_(torch.randn(p.shape, generator=generator) * .01)
                    p.requires_grad_(False)
            with tempfile.TemporaryDirectory() as out:
                export.export_weights(models, out)
                again, missing = restore.restore(out, name)
            self.assertEqual(missing, {})
            for key, m in models.items():
                other = again[key].state_dict()
                for k, value in m.state_dict().items():
                    self.assertTrue(torch.allclose(value, other[k], atol=2e-3, rtol=2e-3), (key, k))

    def test_growing_keeps_what_the_inner_levels_know(self):
        small, large = (budgets.networks(budgets.BUDGETS[k], 64)["unet"] for k in ("cpu-small", "cpu"))
        for p in small.parameters():
            torch.nn.init.normal_(p, std=.05)
        grow.grow(small, large)
        self.assertTrue(torch.equal(small.mid_block.resnets[0].conv1.weight, large.mid_block.resnets[0].conv1.weight))
        z = torch.randn(1, 4, 16, 16)
        handed = large.down_blocks[1].resnets[0].conv_shortcut(large.down_blocks[0].downsamplers[0].conv(large.conv_in(
            torch.nn.functional.interpolate(z, scale_factor=2))))
        with torch.no_grad():
            large.down_blocks[0].downsamplers[0].conv.weight[36:] = 0
        known = small.conv_in(z) + (grow.GAIN - 1) * (small.conv_in(z) - small.conv_in.bias[None, :, None, None])
        alike = torch.corrcoef(torch.stack([handed.flatten(), known.flatten()]))[0, 1]
        self.assertGreater(float(alike.detach()), .8)

    def test_second_order_sampling_ends_at_the_picture(self):
        """A network that always knows the picture must end there, by both samplers."""
        target = torch.randn(1, 4, 8, 8)

        class Knows(torch.nn.Module):
            def forward(self, x, t, context):
                from training.losses import Schedule
                a = Schedule().alpha_bar[t]
                noise = (x - a.sqrt() * target) / (1 - a).sqrt().clamp_min(1e-6)
                return a.sqrt() * noise - (1 - a).sqrt() * target
        context = torch.zeros(1, 77, 8)
        for second in (False, True):
            z = sampling.sample(Knows(), context, context, 12, 4., 0, (8, 8), second)
            self.assertLess(float((z - target).abs().max()), 2e-2)


    def test_a_step_without_a_finite_gradient_changes_nothing(self):
        from training import lanes
        layer = torch.nn.Linear(3, 2)
        optimizer = lanes.adamw([(layer.parameters(), 1e-2)])
        before = layer.weight.detach().clone()
        lanes.descend(layer(torch.full((1, 3), float("nan"))).sum(), list(layer.parameters()), optimizer, 1)
        self.assertTrue(torch.equal(layer.weight, before))
        lanes.descend(layer(torch.ones(1, 3)).sum(), list(layer.parameters()), optimizer, 1)
        self.assertTrue(torch.isfinite(layer.weight).all() and not torch.equal(layer.weight, before))


class WholeRecipe(unittest.TestCase):
    def run_script(self, *arguments):
        done = subprocess.run([sys.executable, *arguments], cwd=HERE, capture_output=True, text=True, env=dict(os.environ, OMP_NUM_THREADS="1"))
        self.assertEqual(done.returncode, 0, done.stdout[-2000:] + done.stderr[-3000:])
        return done.stdout

    def test_toy(self):
        """What an accelerator session does, in the same order, at toy size on this machine."""
        with tempfile.TemporaryDirectory() as out:
            run, back, again = (os.path.join(out, n) for n in ("run", "back", "again"))
            name = "toy" if os.path.exists(os.path.join(sprites.FOLDER, "library.json")) else self.skipTest("needs the full library of drawings")
            self.run_script("train.py", "--budget", name, "--minutes", "1", "--out", run, "--stop-after", "autoencoder")
            half = torch.load(os.path.join(run, "checkpoint.pt"), weights_only=False)["state"]
            self.assertEqual(half["phase"], 2)
            self.run_script("train.py", "--budget", name, "--minutes", "1", "--out", run, "--lanes", "2")
            with open(os.path.join(run, "log.txt"), encoding="utf-8") as f:
                log = f.read()
            self.assertIn("goes on: unet", log)
            self.assertIn("all phases done", log)
            self.assertFalse(glob.glob(os.path.join(run, "scenes", "*")))
            self.run_script("parcels.py", "pack", "--run", run, "--out", back, "--size", ".4")
            self.run_script("parcels.py", "unpack", "--parcels", back, "--out", again)
            self.run_script("export.py", "--run", again, "--out", os.path.join(out, "model"), "--size", "64")
            self.run_script("classify.py", "--minutes", ".1", "--size", "64", "--out", os.path.join(out, "judge.pt"))
            self.run_script("evaluate.py", "--run", again, "--size", "64", "--steps", "2", "--sheet", os.path.join(out, "s.jpg"), "--metrics",
                            os.path.join(out, "m.json"), "--judge", os.path.join(out, "judge.pt"), "--scenes", "12", "--count", "6")
            with open(os.path.join(out, "m.json"), encoding="utf-8") as f:
                self.assertIn("judge_on_georgian", json.load(f))
            models, notes = checkpoints.load(again)
            self.assertEqual(notes["budget"], name)
            self.assertEqual(sampling.draw(models, Tokenizer.load(KNOWN), ["a cat"], 2, size=(96, 64))[0].size, (96, 64))

    def test_parcels_that_do_not_belong_together_are_refused(self):
        with tempfile.TemporaryDirectory() as out:
            models = budgets.networks(budgets.TOY, 4096)
            checkpoints.start(models, "toy", os.path.join(out, "checkpoint.pt"), 5)
            paths = parcels.pack(out, os.path.join(out, "p"), 200_000)
            with open(paths[0], "r+b") as f:
                f.write(b"not it")
            with self.assertRaises(SystemExit):
                parcels.unpack(os.path.join(out, "p"), out, 5)

    def test_tokenizer_and_judge(self):
        t = train(["a cat", "a cat in the snow", "კატა თოვლში"] * 5, 600)
        with tempfile.TemporaryDirectory() as out:
            t.save(out)
            self.assertEqual(Tokenizer.load(out).encode("a cat"), t.encode("a cat"))
        judge = classify.Judge(5, 3, 8)
        loss = classify.loss_of(judge, torch.randn(4, 3, 96, 96), torch.tensor([0, 1, -1, 2]), torch.tensor([-1, 0, 1, 2]))
        self.assertTrue(torch.isfinite(loss))
        self.assertEqual(evaluate.prompts_of("held-back")[0].split()[0] in ("a", "an"), True)
        self.assertEqual(render.shape_of(3, budgets.GPU["shapes"]), render.shape_of(3, budgets.GPU["shapes"]))


if __name__ == "__main__":
    unittest.main()
