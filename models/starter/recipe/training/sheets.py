"""Pictures on the way, to watch the training by."""
import time

import sampling

LOOK = ["a cat", "a dog", "a house", "a red apple", "a green car", "a rocket", "a castle on a hill at sunset", "a fox in a snowy forest",
        "a robot, 3D render", "a cat in a green meadow, watercolor", "a cat in a green meadow, pixel art", "two red apples on a wooden table",
        "სახლი ტყეში, ბნელი ღამე", "a sailboat on the sea at night, full moon", "an owl", "a bicycle on the beach"]


def sheet_on_the_way(t, name):
    """Draws with the averaged networks."""
    began, models = time.time(), dict(t.networks, **t.ema)
    prompts = sampling.read_prompts(t.a.prompts) if t.a.prompts else LOOK
    prompts = prompts[:8] if t.device.type == "cpu" else prompts
    size = max(s[:2] for s in t.budget["shapes"] if s[0] == s[1])
    steps = 12 if t.device.type == "cpu" else 20
    with t.autocast():
        images = sampling.draw(models, t.tokenizer, prompts, steps, 5., size=size)
    sampling.sheet(images, prompts, f"{t.a.out}/{name}", 8, 164, 2)
    t.log(f"{name}: {len(images)} pictures in {time.time() - began:.1f} s")
