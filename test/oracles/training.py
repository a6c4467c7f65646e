"""Writes test/oracles/fixtures/training: gradients and Adam steps of a tiny BERT in PyTorch float64.

The network is written out here, with dropout masks as arguments; without masks it is checked against
transformers' BertModel. Run: python test/oracles/training.py
"""
import base64, gzip, json, math, pathlib

import numpy, torch, transformers

SEED = 20
FOLDER = pathlib.Path(__file__).parent / "fixtures" / "training"
# Unequal sizes, so that a swapped axis cannot pass.
V, H, A, L, I, P = 99, 24, 3, 2, 37, 41
CLASSES = [4] * 13 + [2]
LENGTHS = [7, 11, 2, 9, 5]
DROPOUT = 0.1

torch.set_default_dtype(torch.float64)
generator = torch.Generator().manual_seed(SEED)


def normal(*shape):
    # Rounded to float32, so that both sides start from the same numbers.
    return (torch.randn(*shape, generator=generator) * 0.3).float().double()


def make_parameters():
    names = {}
    names["bert.embeddings.word_embeddings.weight"] = normal(V, H)
    names["bert.embeddings.position_embeddings.weight"] = normal(P, H)
    names["bert.embeddings.token_type_embeddings.weight"] = normal(2, H)
    def norm(name):
        names[f"{name}.weight"] = 1 + normal(H)
        names[f"{name}.bias"] = normal(H)
    def linear(name, out, into):
        names[f"{name}.weight"] = normal(out, into)
        names[f"{name}.bias"] = normal(out)
    norm("bert.embeddings.LayerNorm")
    for layer in range(L):
        block = f"bert.encoder.layer.{layer}"
        for part in ("query", "key", "value"):
            linear(f"{block}.attention.self.{part}", H, H)
        linear(f"{block}.attention.output.dense", H, H)
        norm(f"{block}.attention.output.LayerNorm")
        linear(f"{block}.intermediate.dense", I, H)
        linear(f"{block}.output.dense", H, I)
        norm(f"{block}.output.LayerNorm")
    for head, count in enumerate(CLASSES):
        linear(f"linear_heads.{head}", count, H)
    return {name: value.float().double() for name, value in names.items()}


def forward(p, ids, mask, drop):
    """ids, mask: [B, T]; drop(site, x) multiplies by the mask of that dropout site."""
    B, T = ids.shape
    def linear(name, x):
        return x @ p[f"{name}.weight"].T + p[f"{name}.bias"]
    def norm(name, x):
        return torch.nn.functional.layer_norm(x, (H,), p[f"{name}.weight"], p[f"{name}.bias"], 1e-12)
    e = "bert.embeddings"
    x = p[f"{e}.word_embeddings.weight"][ids] + p[f"{e}.position_embeddings.weight"][:T] \
        + p[f"{e}.token_type_embeddings.weight"][0]
    x = drop("embeddings", norm(f"{e}.LayerNorm", x))
    bias = (1 - mask[:, None, None, :].double()) * -1e30
    split = lambda y: y.view(B, T, A, H // A).transpose(1, 2)
    for layer in range(L):
        block = f"bert.encoder.layer.{layer}"
        q, k, v = (split(linear(f"{block}.attention.self.{n}", x)) for n in ("query", "key", "value"))
        weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(H // A) + bias, -1)
        weights = drop(f"scores.{layer}", weights)
        context = (weights @ v).transpose(1, 2).reshape(B, T, H)
        y = drop(f"attended.{layer}", linear(f"{block}.attention.output.dense", context))
        x = norm(f"{block}.attention.output.LayerNorm", x + y)
        wide = torch.nn.functional.gelu(linear(f"{block}.intermediate.dense", x))
        y = drop(f"narrowed.{layer}", linear(f"{block}.output.dense", wide))
        x = norm(f"{block}.output.LayerNorm", x + y)
    cls = drop("cls", x[:, 0])
    return [linear(f"linear_heads.{head}", cls) for head in range(len(CLASSES))]


def loss_of(logits, labels):
    total = sum(torch.nn.functional.cross_entropy(logits[h], labels[:, h], reduction="sum") for h in range(14))
    return total / labels.shape[0]


def make_batch(lengths, seed):
    g = torch.Generator().manual_seed(seed)
    T = max(lengths)
    ids = torch.zeros(len(lengths), T, dtype=torch.long)
    mask = torch.zeros(len(lengths), T, dtype=torch.long)
    for row, length in enumerate(lengths):
        # A small range, so that tokens repeat.
        ids[row, :length] = torch.randint(1, 30, (length,), generator=g)
        mask[row, :length] = 1
    labels = torch.stack([torch.randint(0, c, (len(lengths),), generator=g) for c in CLASSES], 1)
    return ids, mask, labels


def check_against_transformers(p):
    config = transformers.BertConfig(vocab_size=V, hidden_size=H, num_hidden_layers=L, num_attention_heads=A,
        intermediate_size=I, max_position_embeddings=P, layer_norm_eps=1e-12, hidden_dropout_prob=0,
        attention_probs_dropout_prob=0, attn_implementation="eager")
    model = transformers.BertModel(config, add_pooling_layer=False).double().eval()
    model.load_state_dict({n.removeprefix("bert."): v for n, v in p.items() if n.startswith("bert.")})
    ids, mask, _ = make_batch(LENGTHS, 1)
    cls = model(input_ids=ids, attention_mask=mask).last_hidden_state[:, 0]
    ours = forward(p, ids, mask, lambda _, x: x)
    for head in range(14):
        theirs = cls @ p[f"linear_heads.{head}.weight"].T + p[f"linear_heads.{head}.bias"]
        assert torch.allclose(theirs, ours[head], atol=1e-10), "differs from transformers"


def encode(tensor, dtype):
    array = tensor.detach().numpy().astype(dtype)
    return {"shape": list(array.shape), "dtype": dtype, "base64": base64.b64encode(array.tobytes()).decode()}


def gradients_case(parameters, with_dropout):
    p = {n: v.clone().requires_grad_() for n, v in parameters.items()}
    ids, mask, labels = make_batch(LENGTHS, 1)
    masks = {}
    g = torch.Generator().manual_seed(5)
    def drop(site, x):
        if not with_dropout:
            return x
        keep = (torch.rand(x.shape, generator=g) >= DROPOUT).double()
        masks[site] = keep
        return x * keep / (1 - DROPOUT)
    loss = loss_of(forward(p, ids, mask, drop), labels)
    loss.backward()
    return {
        "ids": [row[:n].tolist() for row, n in zip(ids, LENGTHS)],
        "classIndices": labels.tolist(),
        "keep": {site: encode(m, "uint8") for site, m in masks.items()},
        "loss": loss.item(),
        "gradients": {n: encode(v.grad, "float64") for n, v in p.items()},
    }


def central_differences(parameters):
    """The slope of the loss at three places of every parameter, without any backward pass."""
    ids, mask, labels = make_batch(LENGTHS, 1)
    h = 1e-6
    slopes = {}
    for name, value in parameters.items():
        slopes[name] = []
        for place in (0, value.numel() // 2, value.numel() - 1):
            losses = []
            for sign in (1, -1):
                moved = {n: v.clone() for n, v in parameters.items()}
                moved[name].view(-1)[place] += sign * h
                losses.append(loss_of(forward(moved, ids, mask, lambda _, x: x), labels).item())
            slopes[name].append([place, (losses[0] - losses[1]) / (2 * h)])
    return slopes


def adam_case(parameters, steps):
    p = {n: v.clone().requires_grad_() for n, v in parameters.items()}
    optimizer = torch.optim.Adam(list(p.values()), lr=1e-3)
    losses, batches = [], []
    for step in range(steps):
        lengths = [2 + (3 * step + 5 * row) % 10 for row in range(5)]
        ids, mask, labels = make_batch(lengths, 100 + step)
        optimizer.zero_grad()
        loss = loss_of(forward(p, ids, mask, lambda _, x: x), labels)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        batches.append({"ids": [row[:n].tolist() for row, n in zip(ids, lengths)], "classIndices": labels.tolist()})
    return {"learningRate": 1e-3, "batches": batches, "losses": losses,
            "changes": {n: encode(p[n] - parameters[n], "float32") for n in p}}


def write(name, value):
    value = {"script": "test/oracles/training.py", "seed": SEED,
             "versions": {"torch": torch.__version__, "transformers": transformers.__version__, "numpy": numpy.__version__},
             "config": {"vocabSize": V, "hiddenSize": H, "numHiddenLayers": L, "numAttentionHeads": A,
                        "intermediateSize": I, "maxPositionEmbeddings": P, "typeVocabSize": 2, "layerNormEps": 1e-12},
             **value}
    (FOLDER / name).write_bytes(gzip.compress(json.dumps(value).encode(), mtime=0))


parameters = make_parameters()
check_against_transformers(parameters)
write("gradients.json.gz", {
    "parameters": {n: encode(v, "float32") for n, v in parameters.items()},
    "dropout": DROPOUT,
    "centralDifferences": central_differences(parameters),
    "cases": {"no dropout": gradients_case(parameters, False), "dropout": gradients_case(parameters, True)},
})
write("adam.json.gz", adam_case(parameters, 50))
