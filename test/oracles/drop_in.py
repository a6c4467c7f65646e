"""The drop-in commands end to end: a CSV file, a tiny checkpoint, and the files that pandas, PyTorch
and Python's json write for them, in the way the original works (read_csv, clean, tokenize, argmax
per head, integers, blanks to NaN, to_csv).

Missing cells become empty reports, where the original would crash. Usage: drop_in.py OUT_FOLDER
"""

import json
import re
import sys
from pathlib import Path

import pandas as pd
import safetensors.torch
import torch
import transformers
from pandas._libs.parsers import STR_NA_VALUES
from transformers import BertConfig, BertModel

import tokens as spec

OUT = Path(sys.argv[1])
COLUMN = "Report Impression"
HEADS = [
    "Enlarged Cardiomediastinum", "Cardiomegaly", "Lung Opacity", "Lung Lesion", "Edema", "Consolidation",
    "Pneumonia", "Atelectasis", "Pneumothorax", "Pleural Effusion", "Pleural Other", "Fracture",
    "Support Devices", "No Finding",
]
WORDS = ("no acute process mild edema effusion left right lung clear stable heart size normal pleural small tube in "
         "place rib old of the is are and with").split()
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
SMALL = (["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] + WORDS + list(LETTERS)
         + ["##" + c for c in LETTERS] + list(".,;:()_/-'\""))

REPORTS = (
    "\ufeffid," + COLUMN + ",note\r\n"
    '1,"No acute process, heart size normal.",a\r\n'
    '2,"  Mild edema.\r\nSmall left effusion; stable. ",b\r\n'
    "3,NA,c\r\n"
    "4,,d\r\n"
    '5,"   ",e\r\n'
    "\r\n"
    "   \r\n"
    '6,"1. Tube in place. 2. Old rib fracture of 3.5 cm",f\r\n'
    '7,"He said ""clear"" and left",g\r\n'
    "8,Caf\u00e9 \u00a0 na\u00efve \u03a3\u0391\u03a3 ___ [SEP] x,h\r\n"
    "9,None,i\r\n"
    f'10,"{"mild edema and small effusion " * 120}",j\r\n'
    "11,\u00a0lead and trail\u00a0,k\r\n"
    '12,"line\nfeed",l\r\n'
    "13,No acute process,m\r\n"
)


def clean(text):
    return re.sub(r"\s+", " ", text.strip().replace("\n", " ")).strip()


def ids_of(text, special):
    ids = [special[0], *spec.by_specification(clean(text)), special[1]]
    return ids if len(ids) <= 512 else [*ids[:511], special[1]]


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "reports.csv").write_bytes(REPORTS.encode())
    frame = pd.read_csv(OUT / "reports.csv", keep_default_na=False, na_values=sorted(STR_NA_VALUES - {"None"}), dtype=str)
    texts = ["" if pd.isna(text) else text for text in frame[COLUMN]]
    with open(OUT / "tokens.json", "w", encoding="ascii") as file:
        json.dump([ids_of(text, (101, 102)) for text in texts], file)

    spec.IDS.clear()
    spec.IDS.update({token: index for index, token in enumerate(SMALL)})
    torch.manual_seed(3)
    config = BertConfig(
        vocab_size=len(SMALL), hidden_size=64, num_hidden_layers=2, num_attention_heads=1, intermediate_size=32,
        max_position_embeddings=512, hidden_act="gelu", initializer_range=0.3, attn_implementation="eager",
    )
    bert = BertModel(config, add_pooling_layer=False).eval()
    heads = [torch.nn.Linear(64, 2 if head == "No Finding" else 4) for head in HEADS]
    rows, margin = [], 9.0
    with torch.no_grad():
        for text in texts:
            ids = torch.tensor([ids_of(text, (2, 3))])
            cls = bert(ids)[0][:, 0]
            logits = [head(cls)[0] for head in heads]
            rows.append([int(values.argmax()) for values in logits])
            margin = min(margin, *(float(v.topk(2).values.diff().abs()) for v in logits))
    assert margin > 1e-3, margin

    labels = pd.DataFrame(rows, columns=HEADS)
    # Class indices to CSV values: blank, positive, negative, uncertain.
    labels = labels.replace({0: float("nan"), 1: 1, 2: 0, 3: -1})
    for head in HEADS:
        if not labels[head].isna().any():
            labels[head] = labels[head].astype(int)
    labels.insert(0, COLUMN, frame[COLUMN])
    labels.to_csv(OUT / "labeled_reports.csv", index=False)

    folder = OUT / "model"
    folder.mkdir(exist_ok=True)
    state = {f"bert.{name}": tensor for name, tensor in bert.state_dict().items()}
    for index, head in enumerate(heads):
        state[f"linear_heads.{index}.weight"], state[f"linear_heads.{index}.bias"] = head.weight, head.bias
    safetensors.torch.save_file({n: t.detach().contiguous() for n, t in state.items()}, folder / "model.safetensors")
    (folder / "vocab.txt").write_text("\n".join(SMALL) + "\n", "utf-8")
    (folder / "tokenizer_config.json").write_text('{"do_lower_case": true}\n')
    (folder / "config.json").write_text(json.dumps({
        "model_type": "bert", "vocab_size": len(SMALL), "hidden_size": 64, "num_hidden_layers": 2,
        "num_attention_heads": 1, "intermediate_size": 32, "max_position_embeddings": 512, "type_vocab_size": 2,
        "hidden_act": "gelu", "layer_norm_eps": 1e-12,
    }) + "\n")
    versions = {"torch": torch.__version__, "transformers": transformers.__version__, "pandas": pd.__version__}
    (OUT / "README.md").write_text(
        "# The drop-in commands end to end\n\n"
        "Written by `test/oracles/drop_in.py`; the reports are invented and the weights random.\n"
        "`reports.csv` and `model` go in; `labeled_reports.csv` and `tokens.json` are what pandas, PyTorch and Python's\n"
        f"json make of them. Versions: {json.dumps(versions)}; smallest margin between two logits {margin:.4f}.\n")
    print(margin, pd.DataFrame(rows).nunique().tolist())


main()
