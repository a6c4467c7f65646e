"""Loads a .pth that we wrote from the fixture zip-module-adam.pth, as strictly as the original does.

Usage: load_checkpoint.py WRITTEN.pth; prints OK and the file's SHA-256, or fails.
"""

import hashlib
import sys
from pathlib import Path

import torch

fixture = Path(__file__).parent / "fixtures/checkpoints/zip-module-adam.pth"
ours = torch.load(sys.argv[1], weights_only=True)
mapped = torch.load(sys.argv[1], weights_only=True, mmap=True)
theirs = torch.load(fixture, weights_only=True)
assert list(ours) == list(theirs) and ours["epoch"] == theirs["epoch"]
names = list(theirs["model_state_dict"])
assert list(ours["model_state_dict"]) == names
for name in names:
    assert torch.equal(ours["model_state_dict"][name], theirs["model_state_dict"][name]), name
    assert torch.equal(mapped["model_state_dict"][name], theirs["model_state_dict"][name]), name
parameters = [torch.nn.Parameter(theirs["model_state_dict"][name].clone()) for name in names]
copies = [torch.nn.Parameter(p.detach().clone()) for p in parameters]
optimizers = []
for checkpoint, group in ((ours, parameters), (theirs, copies)):
    optimizer = torch.optim.Adam(group, lr=1.0)
    optimizer.load_state_dict(checkpoint["optimizer_state_dict"])
    for parameter in group:
        if parameter in optimizer.state:
            parameter.grad = torch.ones_like(parameter)
    optimizer.step()
    optimizers.append(optimizer)
for a, b in zip(parameters, copies):
    assert torch.equal(a, b)
print("OK", hashlib.sha256(Path(sys.argv[1]).read_bytes()).hexdigest())
