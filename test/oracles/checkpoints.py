"""Tiny BERTs with 14 heads in every container and variant, with their logits from transformers.

No two sizes of the odd model are equal (V 99, H 24, A 3, so D 8, L 2, I 37, P 41), so a swapped
axis cannot pass; its head width follows no rule, so it needs its config.json. The wide model
(H 64, A 1) has heads of 64, as found without a config.json.

Usage: checkpoints.py OUT_FOLDER
"""

import json
import os
import sys
from collections import OrderedDict
from pathlib import Path

import safetensors
import safetensors.torch
import torch
import transformers
from transformers import BertConfig, BertModel

OUT = Path(sys.argv[1])
torch.manual_seed(20201)
torch.set_num_threads(1)


class Labeler(torch.nn.Module):
    """Encoder and 14 linear heads on the last hidden state of [CLS]."""

    def __init__(self, config):
        super().__init__()
        self.bert = BertModel(config)
        sizes = [4] * 13 + [2]
        self.linear_heads = torch.nn.ModuleList(torch.nn.Linear(config.hidden_size, n) for n in sizes)

    def forward(self, ids, mask):
        cls = self.bert(ids, attention_mask=mask)[0][:, 0]
        return cls, [head(cls) for head in self.linear_heads]


def make(**sizes):
    config = BertConfig(
        hidden_act="gelu", layer_norm_eps=1e-12, initializer_range=0.4, type_vocab_size=2,
        attn_implementation="eager", **sizes,
    )
    model = Labeler(config).eval()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(torch.randn_like(parameter) * 0.2)
    return config, model


def expected(model, vocabulary_size, longest):
    """Sequences of several lengths in one padded batch, and what the model says."""
    lengths = [7, 11, 2, 1, longest]
    sequences = [torch.randint(1, vocabulary_size, (n,)).tolist() for n in lengths]
    width = max(lengths)
    ids = torch.tensor([s + [0] * (width - len(s)) for s in sequences])
    mask = torch.tensor([[1] * len(s) + [0] * (width - len(s)) for s in sequences])
    with torch.no_grad():
        cls, heads = model(ids, mask)
    return {
        "sequences": sequences,
        "logits": [[head[i].tolist() for head in heads] for i in range(len(sequences))],
        "cls": cls.tolist(),
    }


def copy(model):
    return OrderedDict((name, tensor.clone()) for name, tensor in model.state_dict().items())


def with_prefix(state, prefix):
    return OrderedDict((prefix + name, tensor) for name, tensor in state.items())


def adam_state(model, steps=3):
    """Adam after real steps; the pooler never gets a gradient, as in the original."""
    model.train()
    optimizer = torch.optim.Adam(model.parameters(), lr=2e-5)
    before = copy(model)
    for step in range(steps):
        ids = torch.randint(1, 90, (2, 5))
        _, heads = model(ids, torch.ones_like(ids))
        sum(head.square().sum() for head in heads).backward()
        optimizer.step()
        optimizer.zero_grad()
    model.load_state_dict(before)
    model.eval()
    return optimizer.state_dict()


def old_layer_norm(name):
    return name.replace("LayerNorm.weight", "LayerNorm.gamma").replace("LayerNorm.bias", "LayerNorm.beta")


def non_contiguous(state):
    """Every matrix as the transpose of its transpose: equal values, strides (1, rows)."""
    return OrderedDict((n, t.t().contiguous().t() if t.dim() == 2 else t) for n, t in state.items())


def shared(state):
    """All tensors as views into one storage."""
    flat = torch.cat([tensor.reshape(-1) for tensor in state.values()])
    out, at = OrderedDict(), 0
    for name, tensor in state.items():
        out[name] = flat[at:at + tensor.numel()].view(tensor.shape)
        at += tensor.numel()
    return out


def save(name, value, **options):
    torch.save(value, OUT / name, **options)


def write_folder(folder, config, save_weights):
    (OUT / folder).mkdir(parents=True, exist_ok=True)
    fields = {
        "architectures": ["BertModel"], "model_type": "bert", "vocab_size": config.vocab_size,
        "hidden_size": config.hidden_size, "num_hidden_layers": config.num_hidden_layers,
        "num_attention_heads": config.num_attention_heads, "intermediate_size": config.intermediate_size,
        "hidden_act": "gelu", "max_position_embeddings": config.max_position_embeddings,
        "type_vocab_size": 2, "layer_norm_eps": 1e-12, "pad_token_id": 0,
    }
    (OUT / folder / "config.json").write_text(json.dumps(fields, indent=1) + "\n")
    save_weights(OUT / folder)


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    config, model = make(vocab_size=99, hidden_size=24, num_attention_heads=3, num_hidden_layers=2,
                         intermediate_size=37, max_position_embeddings=41)
    wide_config, wide = make(vocab_size=29, hidden_size=64, num_attention_heads=1, num_hidden_layers=1,
                             intermediate_size=13, max_position_embeddings=17)
    # Copies: a state dict shows the live parameters, which change below.
    state, wide_state, encoder = copy(model), copy(wide), copy(model.bert)
    position_ids = {"bert.embeddings.position_ids": torch.arange(41).expand((1, -1))}
    optimizer = adam_state(model)
    checkpoint = {"epoch": 5, "model_state_dict": with_prefix(state, "module."),
                  "optimizer_state_dict": optimizer}

    save("zip-module-adam.pth", checkpoint)
    save("legacy-module-adam.pth", checkpoint, _use_new_zipfile_serialization=False)
    save("zip-plain.pth", {"epoch": 1, "model_state_dict": state})
    save("zip-bare.pth", state)
    save("legacy-bare.pth", state, _use_new_zipfile_serialization=False)
    save("zip-position-ids.pth", {"model_state_dict": OrderedDict(**position_ids, **state)})
    save("zip-gamma-beta.pth", OrderedDict((old_layer_norm(n), t) for n, t in state.items()))
    save("zip-shared.pth", shared(state))
    save("legacy-shared.pth", shared(state), _use_new_zipfile_serialization=False)
    save("zip-non-contiguous.pth", non_contiguous(state))
    save("legacy-non-contiguous.pth", non_contiguous(state), _use_new_zipfile_serialization=False)
    save("zip-float16.pth", OrderedDict((n, t.half()) for n, t in state.items()))
    save("zip-bfloat16.pth", OrderedDict((n, t.bfloat16()) for n, t in state.items()))
    save("zip-float64.pth", OrderedDict((n, t.double()) for n, t in state.items()))
    save("zip-parameters.pth", OrderedDict(model.named_parameters()))
    save("zip-protocol-4.pth", state, pickle_protocol=4)
    save("zip-no-pooler.pth", OrderedDict((n, t) for n, t in state.items() if "pooler" not in n))
    save("wide-zip.pth", wide_state)
    save("wide-legacy.pth", {"epoch": 2, "model_state_dict": with_prefix(wide_state, "module.")},
         _use_new_zipfile_serialization=False)
    safetensors.torch.save_file(state, OUT / "model.safetensors")
    write_folder("folder-safetensors", config,
                 lambda at: safetensors.torch.save_file(state, at / "model.safetensors"))
    write_folder("folder-encoder-bin", config,
                 lambda at: torch.save(OrderedDict((old_layer_norm(n), t) for n, t in encoder.items()),
                                       at / "pytorch_model.bin"))

    def shards(at):
        names = list(state)
        parts = [names[: len(names) // 2], names[len(names) // 2:]]
        files = [f"model-{i + 1:05}-of-00002.safetensors" for i in range(2)]
        for file, part in zip(files, parts):
            safetensors.torch.save_file({n: state[n] for n in part}, at / file)
        index = {"metadata": {}, "weight_map": {n: f for f, part in zip(files, parts) for n in part}}
        (at / "model.safetensors.index.json").write_text(json.dumps(index, indent=1) + "\n")

    write_folder("folder-sharded", config, shards)

    def sizes(c):
        return {"vocabSize": c.vocab_size, "hiddenSize": c.hidden_size, "numHiddenLayers": c.num_hidden_layers,
                "numAttentionHeads": c.num_attention_heads, "intermediateSize": c.intermediate_size,
                "maxPositionEmbeddings": c.max_position_embeddings, "typeVocabSize": 2, "layerNormEps": 1e-12}

    def sums(values):
        return {n: [t.double().sum().item(), t.double().reshape(-1)[:3].tolist()] for n, t in values.items()}

    names = [n for n, _ in model.named_parameters()]
    adam = {names[i]: {"step": int(s["step"]), "expAvg": s["exp_avg"].double().sum().item(),
                       "expAvgSq": s["exp_avg_sq"].double().sum().item()}
            for i, s in optimizer["state"].items()}
    halves = {n: t.half().float() for n, t in state.items()}
    model.load_state_dict(halves)
    in_half = expected(model, 99, 41)
    model.load_state_dict(state)
    manifest = {
        "origin": "test/oracles/checkpoints.py", "seed": 20201, "torch": torch.__version__,
        "transformers": transformers.__version__, "safetensors": safetensors.__version__,
        "odd": {"config": sizes(config), "tensors": sums(state), "expected": expected(model, 99, 41),
                "expectedFloat16": in_half, "adam": adam, "parameterNames": names},
        "wide": {"config": sizes(wide_config), "tensors": sums(wide_state), "expected": expected(wide, 29, 17)},
    }
    (OUT / "expected.json").write_text(json.dumps(manifest) + "\n")


main()
