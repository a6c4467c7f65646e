"""PyTorch for the benchmarks: labels parts of a list of sequences on request and says how long it took.

Reads one JSON line {"ids": [[...], ...]} and then lines {"order": [row, ...]}; answers each with the
seconds that the original's batches of 18 take in that order, and at the end of input writes the
logits of all rows to the file named in the first line.

Usage: torch_server.py CHECKPOINT.pth THREADS
"""

import json
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "test/oracles"))

import torch
from random_bert import HEAD_SIZES, label, load_labeler


def answer(value):
    print(json.dumps(value), flush=True)


def main():
    torch.set_num_threads(int(sys.argv[2]))
    model = load_labeler(sys.argv[1])
    request = json.loads(sys.stdin.readline())
    sequences, logits = request["ids"], torch.zeros(len(request["ids"]), sum(HEAD_SIZES))
    label(model, sequences, list(range(4)))
    answer({"torch": torch.__version__, "threads": torch.get_num_threads()})
    for line in sys.stdin:
        order = json.loads(line)["order"]
        start, cpu_start = time.perf_counter(), time.process_time()
        result = label(model, sequences, order)
        seconds, cpu_seconds = time.perf_counter() - start, time.process_time() - cpu_start
        logits[order] = result[order]
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        answer({"seconds": seconds, "cpuSeconds": cpu_seconds, "peakMb": peak})
    Path(request["out"]).write_bytes(logits.numpy().tobytes())


main()
