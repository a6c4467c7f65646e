"""Single layers of BERT, forward: inputs, parameters and outputs of PyTorch and transformers.

Sizes are odd and pairwise different (rows 5, H 24, A 3, I 37, V 31, P 41), so that no two axes can
be swapped unnoticed. The attention batch holds sequences of 3, 7 and 1 tokens.

Usage: bert_layers.py OUT_FOLDER
"""

import json
import sys
from pathlib import Path

import torch
import transformers
from transformers import BertConfig
from transformers.models.bert.modeling_bert import BertEmbeddings, BertLayer

OUT = Path(sys.argv[1])
torch.manual_seed(415)
torch.set_num_threads(1)

ROWS, H, I = 5, 24, 37
CONFIG = BertConfig(
    vocab_size=31, hidden_size=H, num_attention_heads=3, num_hidden_layers=1, intermediate_size=I,
    max_position_embeddings=41, type_vocab_size=2, hidden_act="gelu", layer_norm_eps=1e-12,
    attn_implementation="eager",
)


def flat(tensor):
    return {"shape": list(tensor.shape), "values": tensor.detach().reshape(-1).tolist()}


def shaken(module):
    """Random parameters, the ones of layer normalization too."""
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.add_(torch.randn_like(parameter) * 0.3)
    return module.eval()


def parameters(module):
    return {name: flat(tensor) for name, tensor in module.state_dict().items() if tensor.is_floating_point()}


def packed(states, lengths):
    return torch.cat([states[row, :length] for row, length in enumerate(lengths)])


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    x = torch.randn(ROWS, H)
    linear = shaken(torch.nn.Linear(H, I))
    norm = shaken(torch.nn.LayerNorm(H, eps=1e-12))
    cases = {
        "linear": {"input": flat(x), "parameters": parameters(linear), "output": flat(linear(x))},
        "layerNorm": {"input": flat(x), "parameters": parameters(norm), "output": flat(norm(x))},
        "gelu": {"input": flat(x * 3), "output": flat(torch.nn.functional.gelu(x * 3))},
    }

    lengths = [3, 7, 1]
    mask = torch.tensor([[1] * n + [0] * (max(lengths) - n) for n in lengths])
    bias = (1.0 - mask[:, None, None, :].float()) * torch.finfo(torch.float32).min
    ids = torch.randint(1, 31, mask.shape) * mask
    embeddings = shaken(BertEmbeddings(CONFIG))
    hidden = embeddings(ids)
    layer = shaken(BertLayer(CONFIG))
    attended = layer.attention.self(hidden, attention_mask=bias)[0]
    attended = layer.attention.output.dense(attended)
    widened = layer.output.dense(layer.intermediate(x))
    block = layer(hidden, attention_mask=bias)
    block = block[0] if isinstance(block, tuple) else block
    layer_parameters = parameters(layer)
    cases["sequences"] = [ids[row, :n].tolist() for row, n in enumerate(lengths)]
    cases["embedding"] = {"parameters": parameters(embeddings), "output": flat(packed(hidden, lengths))}
    cases["attention"] = {
        "input": flat(packed(hidden, lengths)), "parameters": layer_parameters,
        "output": flat(packed(attended, lengths)),
    }
    cases["feedForward"] = {"input": flat(x), "output": flat(widened)}
    cases["block"] = {"output": flat(packed(block, lengths))}
    origin = {
        "origin": "test/oracles/bert_layers.py", "seed": 415,
        "torch": torch.__version__, "transformers": transformers.__version__,
    }
    (OUT / "layers.json").write_text(json.dumps({**origin, **cases}) + "\n")


main()
