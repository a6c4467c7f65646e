"""Labels and scores chest X-ray reports from Python, with a warm chexbert process.

Standard library only. The process is `chexbert serve --stdio`; no port is opened, and reports
leave this process only through its pipe.

    from chexbert_client import F1CheXbert, Labeler

    with Labeler() as labeler:
        labeler.label(["Small left pleural effusion."])

    with F1CheXbert() as scorer:
        accuracy, pe_accuracy, report_14, report_5 = scorer(hyps=candidates, refs=references)
"""

import hashlib
import json
import subprocess
import threading
from collections import OrderedDict

__all__ = ["ChexbertError", "F1CheXbert", "Labeler", "OBSERVATIONS", "TOP_FIVE"]

OBSERVATIONS = (
    "Enlarged Cardiomediastinum",
    "Cardiomegaly",
    "Lung Opacity",
    "Lung Lesion",
    "Edema",
    "Consolidation",
    "Pneumonia",
    "Atelectasis",
    "Pneumothorax",
    "Pleural Effusion",
    "Pleural Other",
    "Fracture",
    "Support Devices",
    "No Finding",
)

TOP_FIVE = ("Cardiomegaly", "Edema", "Consolidation", "Atelectasis", "Pleural Effusion")


class ChexbertError(Exception):
    """What chexbert said about a request; `code` is explained by `chexbert explain CODE`."""

    def __init__(self, code, message, hint=None):
        super().__init__(f"{code}: {message}" + (f" ({hint})" if hint else ""))
        self.code = code
        self.hint = hint


class Labeler:
    """A warm `chexbert serve --stdio` process. Close it, or use it in a `with` statement."""

    def __init__(self, command=("chexbert",), engine="auto", checkpoint=None):
        """Starts the process.

        command: how chexbert is started, for example ("npx", "chexbert").
        engine: "auto", "rules" or "bert"; checkpoint: the file that the bert engine reads.
        """
        arguments = [*command, "serve", "--stdio", "--engine", engine]
        if checkpoint is not None:
            arguments += ["--checkpoint", str(checkpoint)]
        self._process = subprocess.Popen(
            arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )
        self._lock = threading.Lock()
        self._last_id = 0
        self.info = self.request("ping")

    def label(self, reports):
        """Returns a dict per report: 1 positive, 0 negative, -1 uncertain, None blank."""
        return self.request("label", texts=list(reports))["labels"]

    def score(self, references, candidates, preset="f1chexbert"):
        """Scores texts, or labels as `label` returns them; returns the score document."""
        return self.request(
            "score", references=list(references), candidates=list(candidates), preset=preset
        )["score"]

    def request(self, method, **fields):
        """Sends a request and returns its reply. Threads may share a labeler."""
        with self._lock:
            if self._process.poll() is not None:
                raise ChexbertError("CLIENT_CLOSED", "the chexbert process has ended")
            self._last_id += 1
            line = json.dumps({"id": self._last_id, "method": method, **fields})
            try:
                self._process.stdin.write(line + "\n")
                self._process.stdin.flush()
                answer = self._process.stdout.readline()
            except BrokenPipeError:
                answer = ""
            if answer == "":
                raise ChexbertError("CLIENT_CLOSED", "the chexbert process ended without a reply")
            reply = json.loads(answer)
            if reply.pop("id") != self._last_id:
                raise ChexbertError("CLIENT_OUT_OF_STEP", "a reply belongs to another request")
        if "error" in reply:
            error = reply["error"]
            raise ChexbertError(error["code"], error["message"], error.get("hint"))
        return reply

    def close(self):
        """Ends the process."""
        if self._process.poll() is None:
            self._process.stdin.close()
            self._process.wait(timeout=30)
        self._process.stdout.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class F1CheXbert:
    """F1-CheXbert in the shapes of the packages f1chexbert and RadEval.

    Calling it with candidates and references returns (accuracy, pe_accuracy, report_14, report_5);
    with shape="radeval" the per-report label accuracies over 14 and over 5 follow. Reports are
    dicts like those of scikit-learn's classification_report. The labels of references are kept by
    a hash of their text, so that references are labeled once per run; no text is kept.
    """

    def __init__(self, labeler=None, shape="classic", cache_size=1_000_000, **options):
        if shape not in ("classic", "radeval"):
            raise ValueError(f'expected shape "classic" or "radeval", got "{shape}"')
        self.shape = shape
        self._owns_labeler = labeler is None
        self.labeler = Labeler(**options) if labeler is None else labeler
        self._cache = OrderedDict()
        self._cache_size = cache_size
        self.signature = None

    def __call__(self, hyps, refs):
        document = self.document(hyps, refs)
        classic = (
            document["accuracy"],
            document["pe_accuracy"],
            _classification_report(document, "14", OBSERVATIONS),
            _classification_report(document, "5", TOP_FIVE),
        )
        if self.shape == "classic":
            return classic
        reports = document["reports"]
        return (
            *classic,
            [report["label_accuracy_14"] for report in reports],
            [report["label_accuracy_5"] for report in reports],
        )

    def document(self, hyps, refs):
        """Returns the whole score document of `chexbert score --json`."""
        if len(hyps) != len(refs):
            raise ValueError(f"expected as many hyps as refs, got {len(hyps)} and {len(refs)}")
        document = self.labeler.score(self.reference_labels(refs), hyps)
        self.signature = document["signature"]
        return document

    def radeval(self, hyps, refs):
        """Returns RadEval's keys."""
        return self.document(hyps, refs)["radeval"]

    def rewards(self, hyps, refs):
        """Returns one number per pair, 0 to 1: the samples F1 over the 14 observations.

        A pair without positives on both sides has F1 0 by convention; use it with care as a reward.
        """
        return [report["f1_14"] for report in self.document(hyps, refs)["reports"]]

    def get_label(self, report, mode="rrg"):
        """Returns 14 labels of one report in head order.

        mode "rrg": 1 for positive and uncertain, else 0; "classification": 1, -1, 0, or "" for blank.
        """
        if mode not in ("rrg", "classification"):
            raise ValueError(f'expected mode "rrg" or "classification", got "{mode}"')
        (labels,) = self.labeler.label([report])
        values = [labels[name] for name in OBSERVATIONS]
        if mode == "rrg":
            return [1 if value in (1, -1) else 0 for value in values]
        return ["" if value is None else value for value in values]

    def reference_labels(self, refs):
        """Returns the labels of references; those seen before come from the cache."""
        keys = [hashlib.sha256(ref.encode("utf-8")).digest() for ref in refs]
        found = {key: self._cache[key] for key in keys if key in self._cache}
        missing = {key: ref for key, ref in zip(keys, refs) if key not in found}
        if missing:
            for key, labels in zip(missing, self.labeler.label(missing.values())):
                found[key] = self._cache[key] = labels
        while len(self._cache) > self._cache_size:
            self._cache.popitem(last=False)
        return [found[key] for key in keys]

    def close(self):
        """Ends the process, unless it was given."""
        if self._owns_labeler:
            self.labeler.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def _classification_report(document, label_set, observations):
    averages = document["label_sets"][label_set]
    lines = {name: _line(document["observations"][name]) for name in observations}
    for average in ("micro", "macro", "weighted", "samples"):
        lines[f"{average} avg"] = _line(averages[average])
    return lines


def _line(group):
    return {
        "precision": group["precision"],
        "recall": group["recall"],
        "f1-score": group["f1"],
        "support": group["support"],
    }


if __name__ == "__main__":
    import sys

    with Labeler() as main_labeler:
        for report, found_labels in zip(
            sys.argv[1:], main_labeler.label(sys.argv[1:]) if sys.argv[1:] else []
        ):
            print(json.dumps({k: v for k, v in found_labels.items() if v is not None}))
