"""PyTorch for the training benchmark: does one step of the original's recipe per request.

Reads JSON lines {"ids": [[...], ...], "classes": [[...], ...], "dropout": 0.1} and answers each with the
loss, the seconds of forward, backward and Adam, and the peak memory. Batches are padded to the longest.

Usage: torch_train_server.py CHECKPOINT.pth THREADS
"""

import json
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "test/oracles"))

import torch
from random_bert import HEAD_SIZES, load_labeler


def answer(value):
    print(json.dumps(value), flush=True)


def set_dropout(model, probability):
    for module in model.modules():
        if isinstance(module, torch.nn.Dropout):
            module.p = probability
        # Attention keeps the probability as a number of its own when it runs fused.
        if hasattr(module, "dropout_prob"):
            module.dropout_prob = probability


def step(model, optimizer, request):
    width = max(map(len, request["ids"]))
    ids = torch.tensor([row + [0] * (width - len(row)) for row in request["ids"]])
    mask = torch.tensor([[1] * len(row) + [0] * (width - len(row)) for row in request["ids"]])
    classes = torch.tensor(request["classes"])
    set_dropout(model, request["dropout"])
    cls = model.bert(ids, attention_mask=mask)[0][:, 0]
    cls = torch.nn.functional.dropout(cls, request["dropout"])
    loss = sum(
        torch.nn.functional.cross_entropy(head(cls), classes[:, i], reduction="sum")
        for i, head in enumerate(model.linear_heads)
    ) / len(request["ids"])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()


def main():
    torch.set_num_threads(int(sys.argv[2]))
    model = load_labeler(sys.argv[1]).train()
    optimizer = torch.optim.Adam(model.parameters(), lr=2e-5)
    answer({"torch": torch.__version__, "threads": torch.get_num_threads(), "heads": len(HEAD_SIZES)})
    for line in sys.stdin:
        start = time.perf_counter()
        loss = step(model, optimizer, json.loads(line))
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        answer({"loss": loss, "seconds": seconds, "peakMb": peak})


main()
