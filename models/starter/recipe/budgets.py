"""Two budgets for one recipe, and a toy for tests: sizes of the networks, shares of the time, rates and batches."""
from nets.autoencoder import AutoencoderKL
from nets.clip import CLIPTextModel, CLIPVisionModel
from nets.unet import UNet2DConditionModel

# Two processor cores, hours. Batches are per lane; a lane is a process on a core of its own.
CPU = dict(
    world="small", shapes=[(256, 256, 1.)], shard=100, lanes=2, workers=2, warmup=60, log=20, save=110,
    autoencoder=dict(encoder=(48, 96, 128), decoder=(160, 112, 64)),
    text=dict(hidden=192, layers=3, heads=6, projection=128),
    vision=dict(image=64, patch=8, hidden=128, layers=4, heads=4, projection=128),
    unet=dict(channels=(64, 96, 128, 160), attention=(False, False, True, True), context=192, head_dim=32, groups=16, temb=384),
    holdout=200, pictures=3000, small=12000, latents=20000, enough=dict(pictures=6000, latents=20000), first=1500, pull=20, pending=8, encode_share=.25,
    phases=dict(clip=.03, autoencoder=.17, unet=.74, decoder=.05, align=.01),
    clip=dict(batch=64, rate=1e-3, georgian=.35), autoencoder_train=dict(batch=24, crop=64, full_batch=4, full=.2, rate=2e-3, kl=1e-4),
    unet_train=dict(batch=24, rate=1e-3, text_share=.3, ema=.998, georgian=.25, dropout=.1, even=.5, long=.15, decay_from=.5),
    decoder=dict(batch=3, rate=1e-3, noise=.05))

# What the former grows from (grow.py): half the size, a quarter of the work.
CPU_SMALL = dict(
    CPU, shapes=[(128, 128, 1.)], unet=dict(channels=(96, 128, 160), attention=(False, True, True), context=192, head_dim=32, groups=16, temb=384),
    unet_train=dict(CPU["unet_train"], batch=32, even=.33), autoencoder_train=dict(CPU["autoencoder_train"], full_batch=8))

# One accelerator, 25 minutes. Diffusers' own form of the UNet; the other networks fit two processor cores as well.
GPU = dict(
    world="full", shapes=[(256, 256, .7), (192, 320, .15), (320, 192, .15)], shard=250, lanes=1, workers=14, warmup=150, log=15, save=150,
    autoencoder=dict(encoder=(48, 96, 144), decoder=(192, 128, 80)),
    text=dict(hidden=256, layers=4, heads=8, projection=192),
    vision=dict(image=96, patch=12, hidden=192, layers=3, heads=6, projection=192),
    unet=dict(channels=(112, 192, 256), attention=(False, True, True), context=256, head_dim=64, groups=16, temb=448, wide=4,
              text_last=False, waves=0),
    holdout=500, pictures=120_000, small=400_000, latents=3_000_000, first=20_000, pull=1000, pending=40, encode_share=.15,
    phases=dict(clip=.08, autoencoder=.20, unet=.66, decoder=.04, align=.02),
    clip=dict(batch=1024, rate=1e-3, georgian=.5), autoencoder_train=dict(batch=64, crop=128, full_batch=24, full=.2, rate=8e-4, kl=1e-4),
    unet_train=dict(batch=256, rate=6e-4, text_share=.3, ema=.9995, georgian=.25, dropout=.1, even=.5, long=1., decay_from=.5),
    decoder=dict(batch=24, rate=4e-4, noise=.05))

# Seconds, on anything: shows that every step works.
TOY = dict(
    GPU, world="full", shapes=[(64, 64, .5), (64, 96, .25), (96, 64, .25)], shard=8, workers=2, warmup=5, log=1, save=3,
    autoencoder=dict(encoder=(16, 16, 16), decoder=(16, 16, 16)),
    text=dict(hidden=32, layers=1, heads=2, projection=16), vision=dict(image=32, patch=8, hidden=32, layers=1, heads=2, projection=16),
    unet=dict(channels=(16, 32, 32), attention=(False, True, True), context=32, head_dim=16, groups=8, temb=64, wide=4, text_last=False, waves=0),
    holdout=16, pictures=400, small=400, latents=2000, first=32, pull=16, pending=12,
    clip=dict(batch=16, rate=1e-3, georgian=.5), autoencoder_train=dict(batch=8, crop=32, full_batch=4, full=.2, rate=1e-3, kl=1e-4),
    unet_train=dict(batch=8, rate=1e-3, text_share=.3, ema=.99, georgian=.25, dropout=.1, even=.5, long=1., decay_from=.5),
    decoder=dict(batch=4, rate=1e-3, noise=.05))

BUDGETS = {"cpu": CPU, "cpu-small": CPU_SMALL, "gpu": GPU, "toy": TOY}


def networks(budget, vocabulary):
    """The four networks of a budget, untrained."""
    side = max(w for w, h, _ in budget["shapes"] if w == h)
    return dict(text=CLIPTextModel(vocabulary, **budget["text"]), vision=CLIPVisionModel(**budget["vision"]),
                vae=AutoencoderKL(**budget["autoencoder"], sample_size=side),
                unet=UNet2DConditionModel(**budget["unet"], sample_size=side // 8))
