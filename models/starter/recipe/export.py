"""Writes the model folder: ONNX graphs with half-precision weights, configs, tokenizer, in diffusers' layout.

    python export.py --run run --tokenizer ../tokenizer --out model [--size 256 --steps 20 --guidance 4]
"""
import argparse
import json
import os
import shutil
import warnings

import numpy as np
import torch

import checkpoints
from nets import layers
from nets.tokenizer import LENGTH, Tokenizer
from training.losses import Schedule

PARTS = dict(text_encoder="text", unet="unet", vae_decoder="vae", vae_encoder="vae", image_encoder="vision")


def put_json(path, value):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as f:
        json.dump(value, f, indent=2, ensure_ascii=False)
        f.write("\n")


class Call(torch.nn.Module):
    """Turns a method into a module, for the exporter."""

    def __init__(self, model, function):
        super().__init__()
        self.model, self.function = model, function

    def forward(self, *args):
        return self.function(*args)


def graphs(models):
    """name -> (module, example inputs, {input: free axes}, {output: free axes})"""
    text, unet, vae, vision = (models[k] for k in ("text", "unet", "vae", "vision"))
    s, width, p = unet.config["sample_size"], text.config["hidden_size"], vision.config["image_size"]
    plane, batch = {0: "batch", 2: "height", 3: "width"}, {0: "batch"}
    ids = torch.full((2, LENGTH), text.config["eos_token_id"], dtype=torch.int32)
    ids[:, 0], ids[:, 1:5] = text.config["bos_token_id"], torch.arange(300, 304, dtype=torch.int32)
    return {
        "text_encoder": (text.forward, text, (ids,), {"input_ids": batch},
                         {"last_hidden_state": batch, "pooler_output": batch, "text_embeds": batch}),
        "unet": (unet.forward, unet, (torch.randn(2, 4, s, s), torch.tensor([501]), torch.randn(2, LENGTH, width)),
                 {"sample": plane, "timestep": {0: "steps"}, "encoder_hidden_states": {0: "batch", 1: "sequence"}},
                 {"out_sample": plane}),
        "vae_decoder": (vae.decode, vae, (torch.randn(1, 4, s, s),), {"latent_sample": plane}, {"sample": plane}),
        "vae_encoder": (vae.encode, vae, (torch.randn(1, 3, 8 * s, 8 * s).clamp(-1, 1),), {"sample": plane}, {"latent_parameters": plane}),
        "image_encoder": (vision.forward, vision, (torch.randn(2, 3, p, p),), {"pixel_values": batch}, {"image_embeds": batch}),
    }


def half_initializers(model, smallest=256):
    """Stores the larger weights as fp16, each followed by a Cast to fp32, which runtimes fold when they load the file."""
    import onnx
    from onnx import helper, numpy_helper
    casts = []
    for init in model.graph.initializer:
        if init.data_type != onnx.TensorProto.FLOAT:
            continue
        value = numpy_helper.to_array(init)
        if value.size < smallest or np.abs(value).max() > 60000:
            continue
        name = init.name
        init.CopyFrom(numpy_helper.from_array(value.astype(np.float16), name + "_fp16"))
        casts.append(helper.make_node("Cast", [name + "_fp16"], [name], to=onnx.TensorProto.FLOAT))
    for i, node in enumerate(casts):
        model.graph.node.insert(i, node)


def own_names(model, network, prefix="model."):
    """Gives every weight in the graph the network's own name for it, so that training can start again from the graph.

    The exporter transposes the weights of linear layers and gives those of group norms two more axes, and renames both;
    such names get the ending '^T' or '^C'."""
    from onnx import numpy_helper
    wanted = {}
    for name, value in network.state_dict().items():
        a = value.numpy()
        wanted.setdefault((a.shape, a.tobytes()), name)
        if a.ndim == 2:
            wanted.setdefault((a.T.shape, np.ascontiguousarray(a.T).tobytes()), name + "^T")
        if a.ndim == 1:
            wanted.setdefault(((len(a), 1, 1), a.tobytes()), name + "^C")
    new = {}
    for init in model.graph.initializer:
        a = numpy_helper.to_array(init)
        name = wanted.get((a.shape, a.tobytes()))
        if name and name not in new.values():
            new[init.name] = name
            init.name = name
    for node in model.graph.node:
        for i, name in enumerate(node.input):
            node.input[i] = new.get(name, name)
    return set(new.values())


def export_onnx(models, folder, opset=14):
    """Returns {part: bytes}."""
    import onnx
    sizes, layers.FUSED_ATTENTION = {}, False
    for name, (function, network, args, inputs, outputs) in graphs(models).items():
        path = os.path.join(folder, name, "model.onnx")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        options = dict(input_names=list(inputs), output_names=list(outputs), dynamic_axes={**inputs, **outputs}, opset_version=opset)
        with warnings.catch_warnings(), torch.no_grad():
            warnings.simplefilter("ignore")
            try:
                torch.onnx.export(Call(network, function).eval(), args, path, dynamo=False, **options)
            except TypeError:       # older releases have no such argument
                torch.onnx.export(Call(network, function).eval(), args, path, **options)
        model = onnx.load(path)
        named = own_names(model, network)
        if name in ("unet", "text_encoder", "image_encoder"):
            missing = set(dict(network.named_parameters())) - {n.split("^")[0] for n in named}
            if missing:
                print(name, "weights without a name of their own:", sorted(missing)[:8])
        half_initializers(model)
        onnx.checker.check_model(model)
        onnx.save(model, path)
        put_json(os.path.join(folder, name, "config.json"), network.config)
        sizes[name] = os.path.getsize(path)
    layers.FUSED_ATTENTION = True
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
        "_class_name": "OnnxStableDiffusionPipeline", "_diffusers_version": "0.30.0", "requires_safety_checker": False,
        "feature_extractor": ["transformers", "CLIPImageProcessor"], "image_encoder": ["diffusers", "OnnxRuntimeModel"],
        "safety_checker": [None, None], "scheduler": ["diffusers", "DDIMScheduler"],
        "text_encoder": ["diffusers", "OnnxRuntimeModel"], "tokenizer": ["transformers", "CLIPTokenizer"],
        "unet": ["diffusers", "OnnxRuntimeModel"], "vae_decoder": ["diffusers", "OnnxRuntimeModel"],
        "vae_encoder": ["diffusers", "OnnxRuntimeModel"]})
    put_json(os.path.join(folder, "easel.json"), advice)
    put_json(os.path.join(folder, "training.json"), notes)
    return export_onnx(models, folder)


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
