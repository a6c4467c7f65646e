/**
 * @file The published conventions, one preset each.
 *
 * `docs/reference/metrics.md` gives the formulas; `docs/guide/score-reports.md` says which paper
 * uses which preset. Where an original reads columns by position, ours matches them by name.
 */
import { UsageError } from "../base/errors.ts";
import type { BinaryBlock } from "./binary-measure.ts";
import type { Block, Convention } from "./convention.ts";
import { KEEP_ALL, type LabelPolicy } from "./label-policy.ts";
import { LABEL_SET_5, LABEL_SET_14, type LabelSet } from "./label-set.ts";
import type { Average } from "./measure.ts";
import { READINGS } from "./reading.ts";

/** A preset with the words that help to choose it. */
export interface Preset extends Convention {
  readonly name: PresetName;
  /** Where the convention is published. */
  readonly source: string;
  /** What to know before comparing with a number from there. */
  readonly note: string;
}

/** The names of the presets. */
export const PRESET_NAMES = [
  "f1chexbert",
  "chexbert-paper",
  "miura",
  "miura-uncertain",
  "rgrg",
  "nicolson",
  "llava-rad",
  "r2gen",
  "wcl",
  "mimic-mention",
  "mimic-negation",
  "mimic-uncertain",
  "radialog",
  "chexpert-policy",
] as const;

/** The name of a preset, which is a published way to score. */
export type PresetName = (typeof PRESET_NAMES)[number];

const PRF = ["precision", "recall", "f1"] as const;
const PRF_ACCURACY = ["precision", "recall", "f1", "accuracy"] as const;
const ALL_AVERAGES = ["micro", "macro", "weighted", "samples"] as const;

/** Uncertain and blank as in the HERGen constants: one policy per observation. */
const CHEXPERT_POLICY: LabelPolicy = {
  uncertain: {
    Atelectasis: "pos",
    Edema: "pos",
    "Pleural Effusion": "pos",
    Cardiomegaly: "neg",
    Consolidation: "neg",
  },
  blank: "keep",
};

const TABLE: Readonly<Record<PresetName, Omit<Preset, "name">>> = {
  f1chexbert: {
    source: "f1chexbert 0.0.2, vilmedic, RadEval",
    note: "No Finding is one of the 14; accuracy is the share of reports whose five labels all agree",
    policy: KEEP_ALL,
    blocks: [
      binary("14", LABEL_SET_14, {
        reading: READINGS["pos+unc"],
        averages: [...ALL_AVERAGES, "subset"],
      }),
      binary("5", LABEL_SET_5, {
        reading: READINGS["pos+unc"],
        averages: [...ALL_AVERAGES, "subset"],
      }),
    ],
    headline: { block: "14", group: "micro", score: "f1" },
  },
  "chexbert-paper": {
    source: "CheXbert paper (Smit et al. 2020)",
    note: "weights come from the evaluated references; blank enters only through errors",
    policy: KEEP_ALL,
    blocks: [{ kind: "paper", name: "14", labelSet: LABEL_SET_14 }],
    headline: { block: "14", group: "mean", score: "weighted_f1" },
    interval: { method: "paper", resamples: 1000, seed: 42 },
  },
  miura: {
    source: "ysmiura/ifcc eval_prf.py",
    note: "the paper's 5-micro joins the five label vectors into one",
    policy: KEEP_ALL,
    blocks: [
      binary("14", LABEL_SET_14, {
        reading: READINGS["pos+unc"],
        averages: [],
        scores: PRF_ACCURACY,
      }),
      binary("5", LABEL_SET_5, {
        reading: READINGS["pos+unc"],
        averages: ["micro"],
        scores: PRF_ACCURACY,
      }),
    ],
    headline: { block: "5", group: "micro", score: "f1" },
  },
  "miura-uncertain": {
    source: "ysmiura/ifcc eval_prf.py --uncertain",
    note: "positive and uncertain stay two classes",
    policy: KEEP_ALL,
    blocks: [{ kind: "two-class", name: "5", labelSet: LABEL_SET_5 }],
    headline: { block: "5", group: "micro", score: "f1" },
  },
  rgrg: {
    source: "ttanida/rgrg",
    note: "two readings in one paper: uncertain is positive for micro, negative for example-based",
    policy: KEEP_ALL,
    blocks: [
      binary("14", LABEL_SET_14, {
        reading: READINGS["pos+unc"],
        averages: ["micro"],
        scores: PRF_ACCURACY,
      }),
      binary("5", LABEL_SET_5, {
        reading: READINGS["pos+unc"],
        averages: ["micro"],
        scores: PRF_ACCURACY,
      }),
      {
        ...binary("14-pos", LABEL_SET_14, { averages: ["samples"], scores: PRF_ACCURACY }),
        perObservation: false,
      },
    ],
    headline: { block: "14", group: "micro", score: "f1" },
  },
  nicolson: {
    source: "aehrc/cvt2distilgpt2",
    note: "the original drops repeated ids and does not cut at 512 tokens",
    policy: KEEP_ALL,
    blocks: [binary("14", LABEL_SET_14, { averages: ["macro", "micro", "samples"] })],
    headline: { block: "14", group: "macro", score: "f1" },
  },
  "llava-rad": {
    source: "microsoft/LLaVA-Rad rrg_eval",
    note: "with intervals the reported value is the median of 500 replicates",
    policy: KEEP_ALL,
    blocks: [
      binary("14", LABEL_SET_14, { averages: ["micro", "macro"] }),
      binary("5", LABEL_SET_5, { averages: ["micro", "macro"] }),
      binary("14+", LABEL_SET_14, { reading: READINGS["pos+unc"], averages: ["micro", "macro"] }),
      binary("5+", LABEL_SET_5, { reading: READINGS["pos+unc"], averages: ["micro", "macro"] }),
    ],
    headline: { block: "14", group: "micro", score: "f1" },
    interval: { method: "percentile", resamples: 500, seed: 3, report: "median" },
  },
  r2gen: {
    source: "compute_ce.py of R2Gen-family repositories",
    note: "the original reads columns by position; ours by name. AUROC is that of hard labels",
    policy: KEEP_ALL,
    blocks: [
      binary("14", LABEL_SET_14, { averages: ["macro", "micro"], scores: [...PRF, "auroc"] }),
    ],
    headline: { block: "14", group: "macro", score: "f1" },
  },
  wcl: {
    source: "zzxslp/WCL, ORGan",
    note: "the original reads columns by position; ours by name",
    policy: KEEP_ALL,
    blocks: [
      binary("14", LABEL_SET_14, {
        reading: READINGS["pos+unc"],
        averages: ["macro"],
        scores: PRF_ACCURACY,
      }),
    ],
    headline: { block: "14", group: "macro", score: "f1" },
  },
  "mimic-mention": mimic("mention"),
  "mimic-negation": mimic("neg"),
  "mimic-uncertain": mimic("unc"),
  radialog: {
    source: "ChantalMP/RaDialog",
    note: "uncertain counts as negative",
    policy: KEEP_ALL,
    blocks: [binary("14", LABEL_SET_14, { averages: ["macro", "samples"] })],
    headline: { block: "14", group: "macro", score: "f1" },
  },
  "chexpert-policy": {
    source: "HERGen constants",
    note: "uncertain is positive for Atelectasis, Edema and Pleural Effusion, else negative",
    policy: CHEXPERT_POLICY,
    blocks: [binary("5", LABEL_SET_5, { averages: ALL_AVERAGES })],
    headline: { block: "5", group: "micro", score: "f1" },
  },
};

/** Returns a preset. */
export function preset(name: PresetName): Preset {
  return { name, ...TABLE[name] };
}

/** Finds a preset by its name. @throws UsageError for other words. */
export function parsePreset(name: string): Preset {
  const found = PRESET_NAMES.find((one) => one === name.trim().toLowerCase());
  if (found !== undefined) return preset(found);
  throw new UsageError(
    "METRIC_UNKNOWN_PRESET",
    `Expected a preset among ${PRESET_NAMES.join(", ")}, got "${name}"`,
  );
}

type BinaryOptions = Partial<Pick<BinaryBlock, "reading" | "scores">> & {
  readonly averages: readonly Average[];
};

function binary(name: string, labelSet: LabelSet, options: BinaryOptions): Block & BinaryBlock {
  const { reading = READINGS.pos, scores = PRF, averages } = options;
  return {
    kind: "binary",
    name,
    labelSet,
    reading,
    averages,
    scores,
    zeroDivision: "0",
    perObservation: true,
  };
}

function mimic(reading: "mention" | "neg" | "unc"): Omit<Preset, "name"> {
  const block = binary("14", LABEL_SET_14, { reading: READINGS[reading], averages: [] });
  return {
    source: "MIT-LCP notebook on MIMIC-CXR labels",
    note: "an observation without reference positives has no value; blanks count as 0",
    policy: KEEP_ALL,
    blocks: [{ ...block, undefinedWithoutSupport: true }],
  };
}
