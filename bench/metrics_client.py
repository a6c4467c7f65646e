"""Milliseconds of a batch of 64 pairs through the warm Python client; prints JSON.

Texts are drawn from invented sentences; no reference repeats, so the cache does not help.
"""

import json
import os
import pathlib
import random
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "clients" / "python"))

from chexbert_client import F1CheXbert  # noqa: E402

SENTENCES = [
    "Small left pleural effusion.",
    "No pneumothorax.",
    "Mild pulmonary edema.",
    "Heart size is at the upper limit of normal.",
    "Right basilar opacity may represent atelectasis.",
    "Lines and tubes are in standard position.",
    "No acute osseous abnormality.",
    "Lungs are otherwise clear.",
]
BATCHES = 80
WARM_UP = 30


def report(numbers):
    return " ".join(numbers.choice(SENTENCES) for _ in range(4)) + f" Series {numbers.random()}."


def processor_ms(pid):
    """Processor time of a process in milliseconds (Linux)."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def main(command):
    numbers = random.Random(7)
    times = []
    with F1CheXbert(command=command, engine="rules") as scorer:
        pid = scorer.labeler._process.pid
        for batch in range(BATCHES):
            if batch == WARM_UP:
                before = processor_ms(pid)
            hyps = [report(numbers) for _ in range(64)]
            refs = [report(numbers) for _ in range(64)]
            start = time.perf_counter()
            scorer(hyps=hyps, refs=refs)
            times.append(1000 * (time.perf_counter() - start))
        server_ms = (processor_ms(pid) - before) / (BATCHES - WARM_UP)
    warm = sorted(times[WARM_UP:])
    result = {
        "pairs": 64,
        "batches": BATCHES,
        "warmUpBatches": WARM_UP,
        "firstMs": times[0],
        "medianMs": warm[len(warm) // 2],
        "serverCpuMs": server_ms,
        "ninetyPercentMs": warm[int(0.9 * len(warm))],
    }
    print(json.dumps(result))


main(sys.argv[1:])
