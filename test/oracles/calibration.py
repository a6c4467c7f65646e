"""Expected calibration error of the top class in 15 bins, over cells and over heads, with numpy.

Writes fixtures/metrics/head-calibration.json. Random logits of 14 heads, the last with two classes.
"""

import json
import pathlib

import numpy

rng = numpy.random.default_rng(7)
REPORTS, BINS = 40, 15


def softmax(logits):
    powers = numpy.exp(logits - logits.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def error(confidence, correct):
    bins = numpy.clip(numpy.ceil(confidence * BINS).astype(int) - 1, 0, BINS - 1)
    return sum(
        (bins == b).mean() * abs(correct[bins == b].mean() - confidence[bins == b].mean())
        for b in range(BINS)
        if (bins == b).any()
    )


heads, confidences, corrects, losses = [], [], [], []
for head in range(14):
    classes = 2 if head == 13 else 4
    logits = numpy.round(rng.normal(0, 3, (REPORTS, classes)), 4)
    gold = numpy.where(rng.random(REPORTS) < 0.7, logits.argmax(1), rng.integers(0, classes, REPORTS))
    temperature = round(float(rng.uniform(0.5, 3)), 3)
    probabilities = softmax(logits / temperature)
    confidences.append(probabilities.max(1))
    corrects.append((probabilities.argmax(1) == gold).astype(float))
    losses.append(-numpy.log(probabilities[numpy.arange(REPORTS), gold]).mean())
    heads.append({"logits": logits.tolist(), "gold": gold.tolist(), "temperature": temperature})

result = {
    "numpy": numpy.__version__,
    "heads": heads,
    "scores": {
        "pooledError": error(numpy.concatenate(confidences), numpy.concatenate(corrects)),
        "meanErrorOverHeads": float(numpy.mean([error(c, k) for c, k in zip(confidences, corrects)])),
        "negativeLogLikelihood": float(numpy.mean(losses)),
    },
}
target = pathlib.Path(__file__).parent / "fixtures/metrics/head-calibration.json"
target.write_text(json.dumps(result, indent=None, separators=(",", ":")) + "\n")
