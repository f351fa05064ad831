"""Writes the model folder: half-precision safetensors, configs, tokenizer, in diffusers' layout.

    python export.py --run run --tokenizer ../tokenizer --out model [--size 256 --steps 20 --guidance 4]
"""
import argparse
import json
import os
import shutil

import torch

import checkpoints
from nets import layers
from nets.tokenizer import Tokenizer
from training.losses import Schedule

PARTS = {"text_encoder": ("text", "model"), "unet": ("unet", "diffusion_pytorch_model"), "vae": ("vae", "diffusion_pytorch_model"),
         "image_encoder": ("vision", "model")}
FIRST = "encoder.1.weight"     # of the autoencoder: 3x3 over pixels folded 2x2, in the files 6x6 over all pixels


def put_json(path, value):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as f:
        json.dump(value, f, indent=2, ensure_ascii=False)
        f.write("\n")


def unfolded(weight):
    """[out, 4 c, 3, 3] over folded pixels -> [out, c, 6, 6] over all of them, at a stride of 2"""
    out, c = weight.shape[0], weight.shape[1] // 4
    return weight.reshape(out, c, 2, 2, 3, 3).permute(0, 1, 4, 2, 5, 3).reshape(out, c, 6, 6)


def folded(weight):
    """The way back."""
    out, c = weight.shape[:2]
    return weight.reshape(out, c, 3, 2, 3, 2).permute(0, 1, 3, 5, 2, 4).reshape(out, 4 * c, 3, 3)


def half(value, smallest=256):
    """In half precision, unless it is small or would not fit."""
    return value.half() if value.numel() >= smallest and float(value.abs().max()) < 60000 else value.float()


def save_safetensors(tensors, path):
    """name -> tensor of 16 or 32 bits; as the format has it: length of the header, header, values, the largest elements first."""
    kinds, header, blobs, at = {torch.float16: "F16", torch.float32: "F32"}, {"__metadata__": {"format": "pt"}}, [], 0
    for name, value in sorted(tensors.items(), key=lambda t: (-t[1].element_size(), t[0])):
        blob = value.contiguous().numpy().tobytes()
        header[name] = {"dtype": kinds[value.dtype], "shape": list(value.shape), "data_offsets": [at, at + len(blob)]}
        blobs.append(blob)
        at += len(blob)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as f:
        f.write(len(text).to_bytes(8, "little") + text + b"".join(blobs))


def export_weights(models, folder):
    """Returns {part: bytes}."""
    sizes = {}
    for part, (key, name) in PARTS.items():
        network = models[key]
        put_json(os.path.join(folder, part, "config.json"), network.config)
        state = dict(network.state_dict())
        if key == "vae":
            state[FIRST] = unfolded(state[FIRST])
        path = os.path.join(folder, part, name + ".safetensors")
        save_safetensors({k: half(v.detach()) for k, v in state.items()}, path)
        sizes[part] = os.path.getsize(path)
    return sizes


def save_folder(models, tokenizer, folder, notes, advice):
    """advice: what easel.json says (sampler, steps, guidance, width, height)."""
    tokenizer.save(os.path.join(folder, "tokenizer"))
    put_json(os.path.join(folder, "scheduler", "scheduler_config.json"), {
        "_class_name": "DDIMScheduler", "num_train_timesteps": Schedule.STEPS, "beta_start": Schedule.START,
        "beta_end": Schedule.END, "beta_schedule": "scaled_linear", "prediction_type": "v_prediction",
        "rescale_betas_zero_snr": True, "timestep_spacing": "trailing", "clip_sample": False, "set_alpha_to_one": True,
        "steps_offset": 0})
    size = models["vision"].config["image_size"]
    put_json(os.path.join(folder, "feature_extractor", "preprocessor_config.json"), {
        "feature_extractor_type": "CLIPImageProcessor", "do_resize": True, "size": {"shortest_edge": size}, "do_center_crop": True,
        "crop_size": {"height": size, "width": size}, "do_rescale": True, "rescale_factor": 1 / 255, "do_normalize": True,
        "image_mean": [.5, .5, .5], "image_std": [.5, .5, .5], "do_convert_rgb": True, "resample": 3})
    put_json(os.path.join(folder, "model_index.json"), {
        "_class_name": "StableDiffusionPipeline", "_diffusers_version": "0.30.0", "requires_safety_checker": False,
        "feature_extractor": ["transformers", "CLIPImageProcessor"], "image_encoder": ["transformers", "CLIPVisionModelWithProjection"],
        "safety_checker": [None, None], "scheduler": ["diffusers", "DDIMScheduler"],
        "text_encoder": ["transformers", "CLIPTextModelWithProjection"], "tokenizer": ["transformers", "CLIPTokenizer"],
        "unet": ["diffusers", "UNet2DConditionModel"], "vae": ["diffusers", "AutoencoderKL"]})
    put_json(os.path.join(folder, "easel.json"), advice)
    put_json(os.path.join(folder, "training.json"), notes)
    return export_weights(models, folder)


if __name__ == "__main__":
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--run", default="run")
    a.add_argument("--tokenizer", default="../tokenizer")
    a.add_argument("--out", default="model")
    a.add_argument("--size", type=int, default=256)
    a.add_argument("--steps", type=int, default=20)
    a.add_argument("--guidance", type=float, default=4.)
    a = a.parse_args()
    torch.set_num_threads(1)
    tokenizer = Tokenizer.load(a.tokenizer)
    models, notes = checkpoints.load(a.run, len(tokenizer))
    notes["parameters"] = {k: layers.parameters(m) for k, m in models.items()}
    temporary = a.out.rstrip("/") + ".new"
    shutil.rmtree(temporary, ignore_errors=True)
    advice = dict(sampler="DDIM", steps=a.steps, guidance=a.guidance, width=a.size, height=a.size)
    for k, v in save_folder(models, tokenizer, temporary, notes, advice).items():
        print(k, f"{v / 1e6:.2f} MB")
    if os.path.exists(a.out):
        shutil.rmtree(a.out + ".old", ignore_errors=True)
        os.rename(a.out, a.out + ".old")
    os.rename(temporary, a.out)
    shutil.rmtree(a.out + ".old", ignore_errors=True)
