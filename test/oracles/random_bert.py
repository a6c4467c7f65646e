"""A random BERT with 14 heads, of BERT-base's sizes, and the original way to label with it.

The weights are wide enough that labels differ from report to report. As a script it writes a
checkpoint as the released file has it: `module.` prefix, Adam state, one of both containers.

Usage: random_bert.py OUT.pth [--container zip|legacy] [--seed 1] [--bare]
"""

import argparse
from collections import OrderedDict

import torch
from transformers import BertConfig, BertModel

BATCH_SIZE = 18
HEAD_SIZES = [4] * 13 + [2]


class Labeler(torch.nn.Module):
    """Encoder and 14 linear heads on the last hidden state of [CLS]."""

    def __init__(self, config=None):
        super().__init__()
        self.bert = BertModel(config or BertConfig())
        width = self.bert.config.hidden_size
        self.linear_heads = torch.nn.ModuleList(torch.nn.Linear(width, size) for size in HEAD_SIZES)

    def forward(self, ids, mask):
        cls = self.bert(ids, attention_mask=mask)[0][:, 0]
        return torch.cat([head(cls) for head in self.linear_heads], dim=1)


def random_labeler(seed):
    torch.manual_seed(seed)
    model = Labeler().eval()
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if "LayerNorm.weight" in name:
                parameter.normal_(1.0, 0.1)
            elif "word_embeddings" in name:
                parameter.normal_(0.0, 0.5)
            elif "linear_heads" in name:
                parameter.normal_(0.0, 0.1)
            else:
                parameter.normal_(0.0, 0.05)
    return model


def load_labeler(path):
    """Loads a checkpoint that this script wrote."""
    state = torch.load(path, weights_only=True)["model_state_dict"]
    model = Labeler().eval()
    model.load_state_dict(OrderedDict((name.removeprefix("module."), t) for name, t in state.items()))
    return model


def label(model, sequences, order):
    """Logits of token id lists, in batches of 18 taken in the given order, padded to the longest."""
    logits = torch.empty(len(sequences), sum(HEAD_SIZES))
    with torch.no_grad():
        for start in range(0, len(order), BATCH_SIZE):
            rows = order[start:start + BATCH_SIZE]
            width = max(len(sequences[row]) for row in rows)
            ids = torch.tensor([sequences[row] + [0] * (width - len(sequences[row])) for row in rows])
            mask = torch.tensor([[1] * len(sequences[row]) + [0] * (width - len(sequences[row])) for row in rows])
            logits[rows] = model(ids, mask)
    return logits


def adam_state(model):
    """Adam's state after one step of made-up gradients; what matters is its size and form."""
    optimizer = torch.optim.Adam(model.parameters(), lr=2e-5)
    state = {
        index: {"step": torch.tensor(1.0), "exp_avg": torch.randn_like(p) * 1e-4, "exp_avg_sq": torch.rand_like(p) * 1e-8}
        for index, p in enumerate(model.parameters())
    }
    return {"state": state, "param_groups": optimizer.state_dict()["param_groups"]}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("--container", choices=["zip", "legacy"], default="zip")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bare", action="store_true", help="no prefix and no Adam state")
    arguments = parser.parse_args()
    model = random_labeler(arguments.seed)
    prefix = "" if arguments.bare else "module."
    checkpoint = {
        "epoch": 1,
        "model_state_dict": OrderedDict((prefix + name, t) for name, t in model.state_dict().items()),
    }
    if not arguments.bare:
        checkpoint["optimizer_state_dict"] = adam_state(model)
    is_zip = arguments.container == "zip"
    torch.save(checkpoint, arguments.out, _use_new_zipfile_serialization=is_zip)


if __name__ == "__main__":
    main()
