"""Reads the trained networks from the checkpoints."""
import json
import os

import torch

from autoencoder import AutoencoderKL
from clip import CLIPTextModel, CLIPVisionModel
from unet import UNet2DConditionModel


def read(path):
    return torch.load(path, map_location="cpu", weights_only=False)


def load(folder, vocab=4096):
    """(dict of text, unet, vae, vision; notes). Averaged weights; what is not trained yet stays as it was made."""
    torch.manual_seed(0)
    models = dict(text=CLIPTextModel(vocab), unet=UNet2DConditionModel(), vae=AutoencoderKL(), vision=CLIPVisionModel())
    notes, at = {}, lambda name: os.path.join(folder, name)
    if os.path.exists(at("autoencoder.pt")):
        saved = read(at("autoencoder.pt"))
        models["vae"].load_state_dict(saved["model"])
        notes["autoencoder"] = saved["state"]
    if os.path.exists(at("clip.pt")):
        saved = read(at("clip.pt"))
        models["text"].load_state_dict(saved["text"]), models["vision"].load_state_dict(saved["vision"])
        notes["clip"] = dict(pairs=saved["pairs"], retrieval=saved["retrieval"])
    if os.path.exists(at("unet.pt")):
        saved = read(at("unet.pt"))
        projection = models["text"].text_projection.weight.data.clone()
        models["unet"].load_state_dict(saved["ema"]["unet"]), models["text"].load_state_dict(saved["ema"]["text"])
        models["text"].text_projection.weight.data.copy_(projection)
        notes["unet"] = saved["state"]
    for m in models.values():
        m.eval().requires_grad_(False)
    return models, notes
