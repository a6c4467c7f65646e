"""Five training steps of a BERT-base here and in PyTorch: losses and what the weights moved by.

Run: python test/oracles/bert_base_steps.py, after npm run build. Takes some minutes, 6 GB of memory and
3 GB of disk; prints the two figures and fails when one is out of bounds.
"""
import pathlib, tempfile

import torch
import torch_round_trip as trip

BATCH, STEPS, TOKENS, LEARNING_RATE = 18, 5, 64, 2e-5


def main():
    trip.V, trip.H, trip.A, trip.L, trip.I, trip.P = 30522, 768, 12, 12, 3072, 512
    trip.BATCH = BATCH
    g = torch.Generator().manual_seed(5)
    lists = [[2] + torch.randint(5, trip.V, (TOKENS - 2,), generator=g).tolist() + [3] for _ in range(BATCH * STEPS)]
    labels = [[ids[1 + o] % (2 if o == 13 else 4) for o in range(14)] for ids in lists]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        trip.write_data(folder, "five", lists, labels)
        trip.write_data(folder, "dev", lists[:4], labels[:4])
        torch.manual_seed(3)
        model = trip.Labeler()
        optimizer = torch.optim.Adam(model.parameters(), lr=LEARNING_RATE)
        # One step before, so that Adam has a state to hand over.
        trip.train(model, optimizer, lists[:BATCH], labels[:BATCH])
        start = {n: v.clone() for n, v in model.state_dict().items()}
        torch.save({"epoch": 1, "model_state_dict": start, "optimizer_state_dict": optimizer.state_dict()}, folder / "begun.pth")
        losses = trip.train(model, optimizer, lists, labels)
        last, ours = trip.chexbert_train(folder, "begun.pth", "out", "five")
        weights = torch.load(last, weights_only=True)["model_state_dict"]
        trip.check("loss, worst relative difference", trip.worst_loss(ours, losses), 1e-4)
        trip.check("weight change, worst relative error of a parameter", trip.worst_change(weights, model.state_dict(), start), 1e-3)


main()
