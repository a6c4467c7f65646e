"""CSV files as pandas reads and writes them, for the drop-in commands.

pandas here is 3.1; the specification is of 1.5.3. What differs and how it is bridged:
- `None` is missing since pandas 2.0: the list of missing cells of 1.5.3 is passed explicitly.
- Columns of numbers and booleans are converted by both, and the original crashes on them; they are
  read as text here (dtype=str), as our commands do.
- Everything else (blank lines, quotes, bare CR, row names, minimal quoting) is the same C parser
  and the same csv module.

Usage: pandas_csv.py OUT.json
"""

import io
import json
import random
import sys

import pandas as pd
from pandas._libs.parsers import STR_NA_VALUES

COLUMN = "Report Impression"
MISSING = sorted(STR_NA_VALUES - {"None"})
HEADS = [
    "Enlarged Cardiomediastinum", "Cardiomegaly", "Lung Opacity", "Lung Lesion", "Edema", "Consolidation",
    "Pneumonia", "Atelectasis", "Pneumothorax", "Pleural Effusion", "Pleural Other", "Fracture",
    "Support Devices", "No Finding",
]


def read(text):
    """The cells as pandas sees them; None for missing; "error" where it refuses the file."""
    try:
        frame = pd.read_csv(io.BytesIO(text.encode()), keep_default_na=False, na_values=MISSING, dtype=str)
        return [None if pd.isna(cell) else cell for cell in frame[COLUMN]]
    except (pd.errors.ParserError, pd.errors.EmptyDataError, KeyError):
        return "error"


HAND_WRITTEN = [
    "a\nb\n", "a\nb", "", "\n", "\n\n\n", " \n\t\n \t \na\n", '"   "\n', '"",x\n', "NA\nna\nNone\n<NA>\n NA\nNA \n",
    '"NA"\n"nan"\n', '"a\r\nb"\r\nc\r\n', "a\rb\r\rc", "a\r b\rc\n", '"a""b"\n', '"a"b\n', 'c"d"\n', ' "q"\n',
    '"a" "b"\n', "a,b\nc,d\n", "a\nb,c\n", '"abc', "\u00a0\n\x0b\n\x0c\n\x85\n\u2028\n", "1\n2\n", "True\nFalse\n",
    "1.0\nx\n", "null\nNULL\nNull\n", "-nan\n1.#IND\n#N/A N/A\n", "a\x00b\n", "=1+1\n@x\n", '"a,b"\n', "\U00020000\n",
    '"\n\n"\n', '" "\n', ",\n", "\t,\n", '""\n', '"a\n', "a\n\n\nb\n\n",
]
HEADERS = [COLUMN, f"id,{COLUMN}", f"{COLUMN},x", f'"{COLUMN}"', f"\ufeff{COLUMN}", f" {COLUMN}", f"x,{COLUMN},{COLUMN}",
           f"\n \n{COLUMN}", "x"]
PIECES = [",", '"', '""', "\n", "\r", "\r\n", " ", "\t", "a", "b c", "NA", "None", "1", "\u00e9", "", "\n\n", '"x,y"', '"p\nq"']


def cases():
    for header in HEADERS:
        for newline in ("\n", "\r\n"):
            yield header + newline + "a,1\n,2\n \nb\n"
    for body in HAND_WRITTEN:
        yield f"{COLUMN}\n{body}"
        yield f"{COLUMN},id\r\n{body}"
    rng = random.Random(5)
    for _ in range(1200):
        body = "".join(rng.choice(PIECES) for _ in range(rng.randint(0, 14)))
        yield f"{rng.choice(HEADERS[:4])}\n{body}"
    yield ""
    yield COLUMN


def write(texts, rows):
    """The original's way: integers, then blanks replaced by NaN, then to_csv without the index."""
    frame = pd.DataFrame(rows, columns=HEADS)
    frame.insert(0, COLUMN, texts)
    frame = frame.replace({9: float("nan")})
    frame[COLUMN] = texts
    return frame.to_csv(index=False)


def writer_cases():
    rng = random.Random(6)
    odd = ["a", "a,b", 'say "x"', "l1\nl2", "l1\r\nl2", "l1\rl2", " lead", "trail ", None, "\u00a0", "=1", "\u00e9\u2028",
           "'", ";", "\t", "_", '"', ",", "NA ", "x\ty"]
    for count in (1, 1, 1, 2, 3, 5, 20, 20):
        # 9 stands for blank. Columns: some without blank, some all blank, the rest mixed.
        kinds = [rng.choice(["mixed", "full", "blank"]) for _ in HEADS]
        rows = []
        for _ in range(count):
            row = []
            for head, kind in zip(HEADS, kinds):
                values = [1] if head == "No Finding" else [1, 0, -1]
                row.append({"mixed": rng.choice([*values, 9]), "full": rng.choice(values), "blank": 9}[kind])
            rows.append(row)
        texts = [rng.choice(odd) for _ in range(count)] if count < 20 else odd
        yield {"texts": texts, "labels": [[None if v == 9 else v for v in row] for row in rows],
               "csv": write(texts, rows)}


def main():
    read_cases = [{"csv": text, "cells": read(text)} for text in dict.fromkeys(cases())]
    fixture = {
        "origin": "test/oracles/pandas_csv.py", "python": sys.version.split()[0], "pandas": pd.__version__,
        "read": read_cases, "write": list(writer_cases()),
    }
    with open(sys.argv[1], "w", encoding="ascii") as file:
        json.dump(fixture, file, separators=(",", ":"))
        file.write("\n")
    print(len(read_cases), sum(case["cells"] == "error" for case in read_cases))


main()
