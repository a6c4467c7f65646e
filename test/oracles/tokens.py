"""Token ids of adversarial strings, by two oracles.

1. A transcription of the specification of BERT's slow tokenizer (docs: special tokens kept,
   lower-casing one code point at a time, category C dropped, CJK, accents, punctuation, WordPiece
   with 100 code points). transformers 5 no longer has the slow BertTokenizer.
2. The slow BasicTokenizer and WordpieceTokenizer that transformers still ships for ProphetNet.
   They put the text into NFC first, which the slow tokenizer of transformers 2.5 did not.

Every string is drawn from characters that Python's Unicode version knows, since Node knows newer
ones. Usage: tokens.py COUNT SEED [OUT]; without OUT, JSON lines go to stdout.
"""

import json
import random
import sys
import unicodedata
from pathlib import Path

import transformers
from transformers.models.prophetnet.tokenization_prophetnet import (
    BasicTokenizer,
    WordpieceTokenizer,
)

ROOT = Path(__file__).resolve().parents[2]
VOCAB = (ROOT / "data/vocabulary/bert-base-uncased.txt").read_text("utf-8").split("\n")[:-1]
IDS = {token: index for index, token in enumerate(VOCAB)}
SPECIAL = ["[UNK]", "[SEP]", "[PAD]", "[CLS]", "[MASK]"]
CJK = [
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F), (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
]


def split_special(text):
    """Yields (is_special, part)."""
    while text:
        hits = [(text.find(token), token) for token in SPECIAL if token in text]
        if not hits:
            yield False, text
            return
        at, token = min(hits)
        if at:
            yield False, text[:at]
        yield True, token
        text = text[at + len(token):]


def clean(text):
    out = []
    for c in text:
        if c in "\t\n\r" or unicodedata.category(c) == "Zs":
            out.append(" ")
        elif ord(c) in (0, 0xFFFD) or unicodedata.category(c).startswith("C"):
            continue
        elif any(a <= ord(c) <= b for a, b in CJK):
            out.append(f" {c} ")
        else:
            out.append(c)
    return "".join(out)


def is_punctuation(c):
    n = ord(c)
    ascii_mark = 33 <= n <= 47 or 58 <= n <= 64 or 91 <= n <= 96 or 123 <= n <= 126
    return ascii_mark or unicodedata.category(c).startswith("P")


def words(text, cased):
    for word in clean(text).split():
        if not cased:
            word = unicodedata.normalize("NFD", word.lower())
            word = "".join(c for c in word if unicodedata.category(c) != "Mn")
        part = ""
        for c in word:
            if is_punctuation(c):
                if part:
                    yield part
                part = ""
                yield c
            else:
                part += c
        if part:
            yield part


def word_pieces(word):
    if len(word) > 100:
        return ["[UNK]"]
    pieces, start = [], 0
    while start < len(word):
        end = len(word)
        while end > start:
            piece = ("##" if start else "") + word[start:end]
            if piece in IDS:
                break
            end -= 1
        if end == start:
            return ["[UNK]"]
        pieces.append(piece)
        start = end
    return pieces


def by_specification(text, cased=False):
    tokens = []
    for is_special, part in split_special(text):
        if is_special:
            tokens.append(part)
            continue
        if not cased:
            part = "".join(c.lower() for c in part)
        for word in words(part, cased):
            tokens.extend(word_pieces(word))
    return [IDS[token] for token in tokens]


BASIC = BasicTokenizer(do_lower_case=True)
PIECES = WordpieceTokenizer(vocab=IDS, unk_token="[UNK]", max_input_chars_per_word=100)


def by_library(text):
    tokens = []
    for is_special, part in split_special(text):
        if is_special:
            tokens.append(part)
            continue
        part = "".join(c.lower() for c in part)
        for word in BASIC.tokenize(part):
            tokens.extend(PIECES.tokenize(word))
    return [IDS[token] for token in tokens]


HAND_WRITTEN = [
    "", " ", "\t\n", "No acute cardiopulmonary process.", "___", "[SEP]", "a[SEP]b", "[sep]",
    "[[SEP]]", "[MASK] [PAD][CLS][UNK]", "\u03a3\u0391\u03a3", "\u0130stanbul", "na\u00efve caf\u00e9",
    "a\u0301\u0302b", "\u0301", "x" * 100, "x" * 101, "e\u0301" * 100, "e\u0301" * 101, "\u4e2d\u6587x\u6587",
    "\U00020000a\U0002f800", "\ud55c\uad6d\uc5b4", "a\u200bb", "a\x0bb\x0cc\x1cd", "a\x85b", "a\u2028b\u2029c",
    "\ufeffa", "\ufffda", "a\x00b", "\u037e\u0387\u1fef", "3.5 cm", "1.2.3", "T4-T5", "\u00bd \u00b2 \u2103",
    "\U0001d165\U0001d16d\u302e", "a\U00016ff0\u302eb", "\u1e9e\u00df\ufb03", "\u01c5", "don't", "#tag ##ing",
    "\u0e33\u0e4d", "\u202eabc", "\ufdd0\uffff", "\U000e0001x", "a\u00a0b\u3000c\u1680d", "\u180ea",
]

PLAIN = ["no", "acute", "pleural", "effusion", "Cardiomegaly", "atelectasis", "pneumothorax", "x-ray", "1.",
         "2.5", "cm", "(stable)", "___", "T7/T8", "w/o", "PICC", "s/p", "CABG,", "unremarkable"]
BLOCKS = [(0x20, 0x7F), (0xA0, 0x250), (0x300, 0x370), (0x370, 0x500), (0x590, 0x700), (0x900, 0xE00),
          (0x0E00, 0x0F00), (0x1100, 0x1200), (0x1E00, 0x2000), (0x2000, 0x2070), (0x2070, 0x2200), (0x3000, 0x3100),
          (0x4E00, 0x4E80), (0xAC00, 0xAC80), (0xF900, 0xFB10), (0xFE00, 0xFE70), (0xFF00, 0xFFF0),
          (0x16FE0, 0x16FF2), (0x1D160, 0x1D190), (0x1F600, 0x1F620), (0x20000, 0x20010), (0x2F800, 0x2F810)]
SPACES = [" ", "  ", "\n", "\t", "\r\n", "\u00a0", "\u2003", "\u2028", "\x0b", "\x1c", "\x85", "\u200b", "\ufeff"]


def known(point):
    """Assigned in Python's Unicode, so that Node's newer tables say the same."""
    return unicodedata.category(chr(point)) not in ("Cn", "Cs")


def random_string(rng):
    parts = []
    for _ in range(rng.randint(0, 12)):
        kind = rng.random()
        if kind < 0.35:
            parts.append(rng.choice(PLAIN))
        elif kind < 0.5:
            parts.append(rng.choice(SPACES))
        elif kind < 0.55:
            parts.append(rng.choice(SPECIAL + ["[ SEP]", "[Cls]", "[", "]"]))
        elif kind < 0.6:
            parts.append(rng.choice(VOCAB).replace("##", "") * rng.randint(1, 3))
        elif kind < 0.62:
            parts.append(rng.choice("aex\u00e9") * rng.randint(95, 105))
        else:
            low, high = rng.choice(BLOCKS)
            for _ in range(rng.randint(1, 6)):
                point = rng.randrange(low, high)
                if known(point):
                    parts.append(chr(point))
        if rng.random() < 0.4:
            parts.append(" ")
    return "".join(parts)


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    rng = random.Random(seed)
    texts = HAND_WRITTEN + [random_string(rng) for _ in range(count - len(HAND_WRITTEN))]
    cases, differing = [], []
    for text in texts:
        ids = by_specification(text)
        cases.append({"text": text, "ids": ids, "cased": by_specification(text, cased=True)})
        if by_library(text) != ids:
            differing.append(text)
    # Both oracles may differ only where NFC changes the text.
    unexplained = [t for t in differing if unicodedata.normalize("NFC", t) == t]
    header = {
        "origin": "test/oracles/tokens.py", "seed": seed, "count": len(cases),
        "python": sys.version.split()[0], "unicode": unicodedata.unidata_version,
        "transformers": transformers.__version__,
        "libraryDiffers": len(differing), "libraryDiffersUnexplained": len(unexplained),
    }
    lines = [json.dumps(header)] + [json.dumps(case, separators=(",", ":")) for case in cases]
    text = "\n".join(lines) + "\n"
    if len(sys.argv) > 3:
        Path(sys.argv[3]).write_text(text, "ascii")
        print(header)
        for t in unexplained[:5]:
            print(ascii(t), by_specification(t), by_library(t))
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
