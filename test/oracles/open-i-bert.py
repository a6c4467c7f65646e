"""Labels columns of a CSV with PyTorch in the original way, for compare-bert.js to compare with.

Batches of 18 in file order, padded to the longest, fp32. Writes one file of float32 logits per
column, [R, 54], and manifest.json with the versions. No text of the CSV is written.

Usage: open-i-bert.py REPORTS.csv CHECKPOINT.pth OUT_FOLDER [COLUMN ...]
"""

import csv
import json
import sys
import time
from pathlib import Path

import tokenizers
import torch
import transformers
from random_bert import label, load_labeler

ROOT = Path(__file__).resolve().parents[2]
VOCABULARY = ROOT / "data/vocabulary/bert-base-uncased.txt"


def token_ids(tokenizer, text):
    """Clean, tokenize, keep the first 511 ids and [SEP] when there are more than 512."""
    ids = tokenizer.encode(" ".join(text.replace("\n", " ").split())).ids
    return ids if len(ids) <= 512 else ids[:511] + [ids[-1]]


def main():
    reports, checkpoint, out = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    columns = sys.argv[4:] or ["Findings", "Report Impression"]
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(2)
    model = load_labeler(checkpoint)
    tokenizer = tokenizers.BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)
    with open(reports, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    manifest = {
        "torch": torch.__version__, "transformers": transformers.__version__,
        "tokenizers": tokenizers.__version__, "reports": len(rows), "columns": {},
    }
    for index, column in enumerate(columns):
        sequences = [token_ids(tokenizer, row[column]) for row in rows]
        start = time.perf_counter()
        logits = label(model, sequences, list(range(len(sequences))))
        seconds = time.perf_counter() - start
        name = f"column-{index}.f32"
        (out / name).write_bytes(logits.numpy().tobytes())
        manifest["columns"][column] = {"file": name, "seconds": round(seconds, 1)}
        print(f"{column}: {len(rows)} reports in {seconds:.1f} s", flush=True)
    (out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")


main()
