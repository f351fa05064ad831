# Wrote the checkpoints in this folder: python write.py, with torch 2.13 and numpy.
import argparse
import collections
import datetime
import pathlib

import numpy
import torch


def numbers(*shape):
    count = 1
    for axis in shape:
        count *= axis
    return (torch.arange(count, dtype=torch.float32) / 4 - 1).reshape(shape)


layer = torch.nn.Linear(3, 2)
with torch.no_grad():
    layer.weight.copy_(numbers(2, 3))
    layer.bias.copy_(numbers(2))
state = layer.state_dict()  # an OrderedDict with _metadata
state["conv.weight"] = numbers(2, 3, 1, 2)
state["half"] = numbers(5).half()
state["bfloat"] = numbers(5).bfloat16()
state["double"] = numbers(3).double()
state["ids"] = torch.arange(4)
state["flag"] = torch.tensor(True)
state["scalar"] = torch.tensor(7.5)
state["part"] = numbers(4, 3)[1:3]
state["swapped"] = numbers(3, 2).t()
state["parameter"] = torch.nn.Parameter(numbers(2))
lightning = {
    "epoch": 3,
    "global_step": 1 << 40,
    "pytorch-lightning_version": "1.4.2",
    "state_dict": state,
    "callbacks": {"x": {"best": numpy.float64(0.5), "when": datetime.date(2026, 1, 1)}},
    "optimizer_states": [{"state": {0: {"step": 1, "exp_avg": numbers(2)}}, "lr": 1e-4}],
    "loops": collections.defaultdict(dict),
    "hyper_parameters": argparse.Namespace(path=pathlib.PurePosixPath("a/b"), big=1 << 70, other={1, 2}),
}
torch.save(lightning, "lightning.ckpt")
torch.save(lightning, "legacy.pt", _use_new_zipfile_serialization=False)
torch.save(lightning, "protocol4.pt", pickle_protocol=4)
torch.save({"f8": numbers(4).to(torch.float8_e4m3fn), "other": numbers(2)}, "float8.pt")
torch.save({"image": numbers(1, 2, 2, 2).to(memory_format=torch.channels_last)}, "channels-last.pt")
