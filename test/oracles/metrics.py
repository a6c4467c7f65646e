"""Writes the values that scikit-learn, statsmodels, SciPy and krippendorff give for random labels.

Run: python test/oracles/metrics.py
Writes test/oracles/fixtures/metrics/tables.json.gz and statistics.json.gz; the Node tests read
those and need no Python. Labels are drawn from a seed; there is no report in them.
"""

import gzip
import json
import math
import pathlib
import warnings

import krippendorff
import numpy as np
import scipy
import scipy.stats
import sklearn
import statsmodels
from scipy.optimize import minimize_scalar
from scipy.special import logsumexp
from sklearn.metrics import (
    average_precision_score,
    brier_score_loss,
    precision_recall_fscore_support,
    roc_auc_score,
    accuracy_score,
    confusion_matrix,
)
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

warnings.filterwarnings("ignore")
FOLDER = pathlib.Path(__file__).parent / "fixtures" / "metrics"
SEED = 20261125
TABLES = 500
O = 14
TOP_FIVE = [1, 4, 5, 7, 9]
READINGS = {"pos": [1], "pos+unc": [1, 3], "mention": [1, 2, 3], "neg": [2], "unc": [3], "blank": [0]}
VERSIONS = {
    "numpy": np.__version__,
    "scikit-learn": sklearn.__version__,
    "statsmodels": statsmodels.__version__,
    "scipy": scipy.__version__,
    "krippendorff": getattr(krippendorff, "__version__", "unknown"),
}


def random_table(random, index):
    """Class indices of both sides, with columns that are blank, constant or nearly so."""
    rows = int(random.integers(1, 24)) if index % 3 else int(random.integers(24, 60))
    reference = np.zeros((rows, O), dtype=int)
    candidate = np.zeros((rows, O), dtype=int)
    for column in range(O):
        classes = 2 if column == 13 else 4
        kind = random.integers(0, 6)
        shares = random.dirichlet(np.ones(classes) * 0.6)
        left = random.choice(classes, rows, p=shares)
        right = np.where(random.random(rows) < 0.7, left, random.choice(classes, rows, p=shares))
        if kind == 0:
            left[:] = 0
        if kind == 1:
            right[:] = 0
        if kind == 2:
            left[:] = right[:] = random.integers(0, classes)
        if kind == 3:
            right = left.copy()
        reference[:, column], candidate[:, column] = left, right
    return reference, candidate


def clean(value):
    if isinstance(value, dict):
        return {key: clean(one) for key, one in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [clean(one) for one in value]
    number = float(value)
    return None if math.isnan(number) else float(f"{number:.13g}")


def binary_values(reference, candidate, reading, columns):
    left = np.isin(reference[:, columns], READINGS[reading]).astype(int)
    right = np.isin(candidate[:, columns], READINGS[reading]).astype(int)
    values = {}
    for average in ["micro", "macro", "weighted", "samples"]:
        values[average] = precision_recall_fscore_support(left, right, average=average, zero_division=0)[:3]
    values["subset"] = [accuracy_score(left, right)]
    return values


def macro_with(reference, candidate, zero_division):
    left = np.isin(reference, [1, 3]).astype(int)
    right = np.isin(candidate, [1, 3]).astype(int)
    return precision_recall_fscore_support(left, right, average="macro", zero_division=zero_division)[:3]


def per_observation(reference, candidate):
    rows = []
    for column in range(O):
        left, right = reference[:, column], candidate[:, column]
        f1 = {}
        for name, classes in READINGS.items():
            f1[name] = precision_recall_fscore_support(
                np.isin(left, classes), np.isin(right, classes), average="binary", pos_label=True, zero_division=0
            )[2]
        if column == 13:
            f1["neg"] = f1["unc"] = 0.0
        matrix = confusion_matrix(left, right, labels=[0, 1, 2, 3])
        kappa = cohens_kappa(matrix, return_results=False)
        counts = [(left == k).sum() for k in (2, 3, 1)]
        weighted = (
            0.0
            if sum(counts) == 0
            else sum(n * f1[k] for n, k in zip(counts, ("neg", "unc", "pos"))) / sum(counts)
        )
        try:
            alpha = krippendorff.alpha(
                reliability_data=np.stack([left, right]).astype(float), level_of_measurement="nominal"
            )
        except ValueError:
            alpha = math.nan
        hard = [np.isin(left, [1]), np.isin(right, [1])]
        auroc = roc_auc_score(*hard) if 0 < hard[0].sum() < len(left) else math.nan
        rows.append([f1["mention"], f1["blank"], f1["neg"], f1["unc"], f1["pos"], weighted, kappa, alpha, auroc])
    return rows


def table_case(random, index):
    reference, candidate = random_table(random, index)
    # statsmodels divides 0 by 0 to nan when one class is on both sides, as the original did.
    return {
        "r": "".join(map(str, reference.ravel())),
        "c": "".join(map(str, candidate.ravel())),
        "v": clean(
            {
                "14": binary_values(reference, candidate, "pos+unc", list(range(O))),
                "5": binary_values(reference, candidate, "pos", TOP_FIVE),
                "one": macro_with(reference, candidate, 1),
                "skip": macro_with(reference, candidate, np.nan),
                "obs": per_observation(reference, candidate),
            }
        ),
    }


def probability_cases(random):
    cases = []
    for _ in range(30):
        n = int(random.integers(4, 40))
        probabilities = np.round(random.random(n), int(random.integers(1, 6)))
        positive = random.random(n) < np.clip(probabilities, 0.15, 0.85)
        positive[0], positive[1] = True, False
        logits = np.round(random.normal(0, 2, (n, 4)), 5)
        gold = np.where(random.random(n) < 0.6, logits.argmax(1), random.integers(0, 4, n))
        loss = lambda t: float(np.mean(logsumexp(logits / t, axis=1) - (logits / t)[np.arange(n), gold]))
        fit = minimize_scalar(lambda b: loss(1 / b), bounds=(0.05, 20), method="bounded", options={"xatol": 1e-12})
        cases.append(
            {
                "p": clean(probabilities),
                "y": [int(one) for one in positive],
                "auroc": clean(roc_auc_score(positive, probabilities)),
                "auprc": clean(average_precision_score(positive, probabilities)),
                "brier": clean(brier_score_loss(positive, probabilities)),
                "logits": [[float(z) for z in row] for row in logits],
                "gold": [int(k) for k in gold],
                "temperature": clean(1 / fit.x),
                "loss": clean(loss(1 / fit.x)),
            }
        )
    return cases


def bca_case(random):
    data = random.gamma(2.0, 1.0, 40)
    estimate = data.mean()
    replicates = np.array([random.choice(data, 40).mean() for _ in range(400)])
    jackknife = np.array([np.delete(data, i).mean() for i in range(40)])
    from scipy.stats import norm

    below = ((replicates < estimate).sum() + (replicates <= estimate).sum()) / (2 * 400)
    bias = norm.ppf(below)
    centered = jackknife.mean() - jackknife
    acceleration = (centered**3).sum() / (6 * (centered**2).sum() ** 1.5)
    z = norm.ppf(0.975)
    shares = [norm.cdf(bias + (bias + s * z) / (1 - acceleration * (bias + s * z))) for s in (-1, 1)]
    return {
        "replicates": [float(x) for x in replicates],
        "jackknife": [float(x) for x in jackknife],
        "estimate": float(estimate),
        "bca": [float(np.quantile(replicates, share)) for share in shares],
        "percentile": [float(x) for x in np.quantile(replicates, [0.025, 0.975])],
        "bias": float(bias),
        "acceleration": float(acceleration),
    }


def weighted_f1(reference, candidate):
    """Average weighted F1 of the paper, straight from its definition."""
    values = []
    for column in range(O):
        left, right = reference[:, column], candidate[:, column]
        weights, scores = [], []
        for k in (2, 3, 1):
            tp = ((left == k) & (right == k)).sum()
            total = (left == k).sum() + (right == k).sum()
            scores.append(0.0 if total == 0 or (column == 13 and k != 1) else 2 * tp / total)
            weights.append((left == k).sum())
        values.append(0.0 if sum(weights) == 0 else np.dot(weights, scores) / sum(weights))
    return float(np.mean(values))


def bootstrap_case(random):
    """687 reports, two systems, replicates by NumPy: intervals to compare within sampling noise."""
    rows = 687
    shares = np.array([0.72, 0.15, 0.09, 0.04])
    reference = random.choice(4, (rows, O), p=shares)
    reference[:, 13] = random.random(rows) < 0.2
    systems = []
    for accuracy in (0.9, 0.87):
        noise = random.choice(4, (rows, O), p=shares)
        noise[:, 13] = random.random(rows) < 0.2
        systems.append(np.where(random.random((rows, O)) < accuracy, reference, noise))
    draws = np.random.default_rng(42)
    values = []
    # Ten times the paper's replicates, so that mostly the noise of the compared side is left.
    for _ in range(10000):
        pick = draws.integers(0, rows, rows)
        values.append([weighted_f1(reference[pick], system[pick]) for system in systems])
    values = np.array(values)
    bounds = lambda column: [float(x) for x in np.quantile(column, [0.024, 0.974])]
    return {
        "r": "".join(map(str, reference.ravel())),
        "a": "".join(map(str, systems[0].ravel())),
        "b": "".join(map(str, systems[1].ravel())),
        "values": [weighted_f1(reference, system) for system in systems],
        "intervals": [bounds(values[:, 0]), bounds(values[:, 1]), bounds(values[:, 0] - values[:, 1])],
    }


def statistics(random):
    holm_inputs = [[round(float(x), 6) for x in random.random(14) ** 3] for _ in range(10)]
    return {
        "wilson": [
            [k, n, *map(float, proportion_confint(k, n, method="wilson"))]
            for n in (1, 7, 10, 687)
            for k in sorted({0, 1, n // 3, n - 1, n})
        ],
        "mcnemar": [
            [b, c, float(mcnemar([[0, b], [c, 0]], exact=True).pvalue)]
            for b, c in [(9, 2), (5, 5), (0, 0), (0, 1), (30, 12), (400, 350), (3000, 2800)]
            if b + c
        ],
        "holm": [[p, [float(x) for x in multipletests(p, method="holm")[1]]] for p in holm_inputs],
        "normal": [[float(q), float(scipy.stats.norm.ppf(q))] for q in (1e-6, 0.001, 0.025, 0.3, 0.5, 0.975, 0.9999)],
        "bca": bca_case(random),
        "bootstrap": bootstrap_case(random),
        "probabilities": probability_cases(random),
    }


def write(name, value):
    text = json.dumps({"versions": VERSIONS, "seed": SEED, **value}, separators=(",", ":"))
    with open(FOLDER / name, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(text.encode())
    print(name, (FOLDER / name).stat().st_size)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(SEED)
    write("tables.json.gz", {"cases": [table_case(random, index) for index in range(TABLES)]})
    write("statistics.json.gz", {"statistics": statistics(random)})
