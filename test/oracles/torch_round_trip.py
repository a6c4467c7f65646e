"""Trains here and in PyTorch, and hands checkpoints over both ways. Needs a built package.

Run: python test/oracles/torch_round_trip.py [FOLDER], after npm run build. Prints one figure per line
and fails when one is out of bounds; writes test/oracles/fixtures/torch-round-trip/ with a checkpoint
that PyTorch wrote and what PyTorch makes of it, for the test in Node.
"""
import base64, csv, gzip, json, pathlib, subprocess, sys, tempfile

import torch, transformers

ROOT = pathlib.Path(__file__).parents[2]
FOLDER = pathlib.Path(__file__).parent / "fixtures" / "torch-round-trip"
# Width 64, so that a .pth without config.json says how many heads there are.
V, H, A, L, I, P = 99, 64, 1, 1, 37, 41
OBSERVATIONS = ["Enlarged Cardiomediastinum", "Cardiomegaly", "Lung Opacity", "Lung Lesion", "Edema",
                "Consolidation", "Pneumonia", "Atelectasis", "Pneumothorax", "Pleural Effusion",
                "Pleural Other", "Fracture", "Support Devices", "No Finding"]
CSV_VALUES = ["", "1", "0", "-1"]
BATCH, LEARNING_RATE = 4, 1e-3


class Labeler(torch.nn.Module):
    def __init__(self):
        super().__init__()
        config = transformers.BertConfig(vocab_size=V, hidden_size=H, num_hidden_layers=L, num_attention_heads=A,
            intermediate_size=I, max_position_embeddings=P, layer_norm_eps=1e-12, hidden_dropout_prob=0,
            attention_probs_dropout_prob=0, attn_implementation="eager")
        self.bert = transformers.BertModel(config)
        self.linear_heads = torch.nn.ModuleList([torch.nn.Linear(H, 2 if o == "No Finding" else 4) for o in OBSERVATIONS])

    def forward(self, ids, mask):
        cls = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state[:, 0]
        return [head(cls) for head in self.linear_heads]


def make_data(count, seed):
    g = torch.Generator().manual_seed(seed)
    lists = [[2] + torch.randint(5, V, (int(torch.randint(1, 12, (1,), generator=g)),), generator=g).tolist() + [3]
             for _ in range(count)]
    labels = [[ids[1 + o % (len(ids) - 2)] % (2 if o == 13 else 4) for o in range(14)] for ids in lists]
    return lists, labels


def write_data(folder, name, lists, labels):
    with open(folder / f"{name}.csv", "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Report Impression", *OBSERVATIONS])
        for row, classes in enumerate(labels):
            writer.writerow([f"report {row}", *[CSV_VALUES[c] for c in classes]])
    (folder / f"{name}.json").write_text(json.dumps(lists))


def train(model, optimizer, lists, labels):
    """One epoch in file order; returns the losses. The last batch is divided by its own size."""
    losses = []
    model.train()
    for start in range(0, len(lists), BATCH):
        part, gold = lists[start:start + BATCH], torch.tensor(labels[start:start + BATCH])
        T = max(map(len, part))
        ids = torch.tensor([ids + [0] * (T - len(ids)) for ids in part])
        mask = torch.tensor([[1] * len(ids) + [0] * (T - len(ids)) for ids in part])
        logits = model(ids, mask)
        loss = sum(torch.nn.functional.cross_entropy(logits[h], gold[:, h], reduction="sum") for h in range(14)) / len(part)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


def chexbert_train(folder, checkpoint, out, name):
    argv = ["node", str(ROOT / "bin" / "chexbert-train.js"), "--train_csv", f"{name}.csv", "--dev_csv=dev.csv",
            "--train_imp_list", f"{name}.json", "--dev_imp_list", "dev.json", "--output_dir", out, "--checkpoint", checkpoint]
    for field in ["epochs=1", f"batchSize={BATCH}", "dropout=0", "shuffle=false", "seed=1"]:
        argv += ["--set", f"training.{field}"]
    vocab = folder / "vocab.txt"
    vocab.write_text("".join(f"{t}\n" for t in ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] + [f"w{i}" for i in range(5, V)]))
    argv += ["--vocab", str(vocab)]
    subprocess.run(argv, cwd=folder, check=True)
    lines = [json.loads(line) for line in open(folder / out / "metrics.jsonl")]
    [last] = (folder / out).glob("*last*.pth")
    return last, [line["loss"] for line in lines if line["event"] == "step"]


def load(path):
    """As the original would: weights only, strict, optimizer state included."""
    saved = torch.load(path, weights_only=True, map_location="cpu")
    model = Labeler()
    model.load_state_dict({n.removeprefix("module."): v for n, v in saved["model_state_dict"].items()}, strict=True)
    optimizer = torch.optim.Adam(model.parameters(), lr=1)
    optimizer.load_state_dict(saved["optimizer_state_dict"])
    return model, optimizer


def worst_loss(ours, theirs):
    assert len(ours) == len(theirs)
    return max(abs(a / b - 1) for a, b in zip(ours, theirs))


def worst_change(ours, theirs, start):
    """The largest error of a parameter's movement, relative to the movement."""
    worst = 0
    for name, value in theirs.items():
        moved = (value - start[name]).norm()
        # Key biases have no true gradient, and the pooler does not move.
        if name.endswith("key.bias") or moved == 0:
            assert moved != 0 or torch.equal(ours[name], start[name])
            continue
        worst = max(worst, ((ours[name] - value).norm() / moved).item())
    return worst


def check(name, value, bound):
    print(f"{name}: {value:.2e} (at most {bound:.0e})")
    assert value <= bound, name


def encode(tensor):
    array = tensor.detach().numpy().astype("float32")
    return {"shape": list(array.shape), "dtype": "float32", "base64": base64.b64encode(array.tobytes()).decode()}


def main():
    folder = pathlib.Path(sys.argv[1] if 1 < len(sys.argv) else tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    parts = {"one": make_data(18, 1), "two": make_data(22, 2), "three": make_data(14, 3)}
    for name, data in [*parts.items(), ("dev", make_data(8, 4))]:
        write_data(folder, name, *data)

    torch.manual_seed(7)
    model = Labeler()
    optimizer = torch.optim.Adam(model.parameters(), lr=LEARNING_RATE)
    train(model, optimizer, *parts["one"])
    state = lambda: {n: v.clone() for n, v in model.state_dict().items()}
    begun = {"epoch": 1, "model_state_dict": state(), "optimizer_state_dict": optimizer.state_dict()}
    torch.save(begun, folder / "begun.pth")

    # PyTorch goes on alone; ours goes on from its file; PyTorch goes on from ours.
    losses_two = train(model, optimizer, *parts["two"])
    after_two = state()
    losses_three = train(model, optimizer, *parts["three"])
    last, ours_two = chexbert_train(folder, "begun.pth", "out", "two")
    handed_back, its_optimizer = load(last)
    check("losses after PyTorch's checkpoint", worst_loss(ours_two, losses_two), 1e-4)
    check("weight changes after PyTorch's checkpoint",
          worst_change(dict(handed_back.state_dict()), after_two, begun["model_state_dict"]), 1e-3)
    check("learning rate taken over", abs(its_optimizer.param_groups[0]["lr"] / LEARNING_RATE - 1), 1e-9)
    check("losses after ours", worst_loss(train(handed_back, its_optimizer, *parts["three"]), losses_three), 1e-4)
    check("weight changes after ours",
          worst_change(dict(handed_back.state_dict()), state(), begun["model_state_dict"]), 1e-3)

    FOLDER.mkdir(exist_ok=True)
    for file in ("begun.pth", "two.csv", "two.json", "dev.csv", "dev.json", "vocab.txt"):
        (FOLDER / file).write_bytes((folder / file).read_bytes())
    expected = {"script": "test/oracles/torch_round_trip.py",
                "versions": {"torch": torch.__version__, "transformers": transformers.__version__},
                "losses": losses_two, "weights": {n: encode(v) for n, v in after_two.items()}}
    (FOLDER / "expected.json.gz").write_bytes(gzip.compress(json.dumps(expected).encode(), mtime=0))


if __name__ == "__main__":
    main()
