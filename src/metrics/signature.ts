/**
 * @file The line that makes a score reproducible, in the manner of sacreBLEU.
 *
 * Keys stand in a fixed order, values are short and lower-case, models are named by checksum. Two
 * scores can be compared when their lines agree apart from `n` and `ci`.
 */
import { UsageError } from "../base/errors.ts";
import type { Block, Convention } from "./convention.ts";
import type { LabelPolicy } from "./label-policy.ts";
import { readingName } from "./reading.ts";

/** How texts became labels. Absent parts do not apply. */
export interface LabelSource {
  /** `labels`, `rules-1.0.0` or `sha256-1f2e3d4c`. */
  readonly model: string;
  readonly sections?: string;
  readonly clean?: string;
  readonly trunc?: string;
  readonly tok?: string;
}

/** The source of labels that came as labels. */
export const GIVEN_LABELS: LabelSource = { model: "labels" };

export interface SignatureFacts {
  readonly source: LabelSource;
  readonly reportCount: number;
  /** `none`, or method, resamples and seed. */
  readonly ci: string;
  readonly version: string;
}

/** Writes the signature of one group of figures, for example the micro averages over 14. */
export function signature(
  convention: Convention,
  place: { readonly block: string; readonly group: string },
  facts: SignatureFacts,
): string {
  const block = convention.blocks.find((one) => one.name === place.block);
  const { source } = facts;
  const parts: readonly (readonly [string, string | undefined])[] = [
    ["preset", convention.name],
    ["read", block === undefined ? undefined : readingOf(block)],
    ["labels", block?.labelSet.name],
    ["obs", block?.labelSet.name.startsWith("custom") ? observationsOf(block) : undefined],
    ["avg", place.group.toLowerCase().replaceAll(" ", "-")],
    ["zero", block !== undefined && "zeroDivision" in block ? block.zeroDivision : "0"],
    ["unc", uncertainOf(convention.policy)],
    ["blank", blankOf(convention.policy, block)],
    ["sections", source.sections],
    ["clean", source.clean],
    ["trunc", source.trunc],
    ["model", source.model],
    ["tok", source.tok],
    ["n", String(facts.reportCount)],
    ["ci", facts.ci],
    ["v", facts.version],
  ];
  const written = parts.flatMap(([key, value]) => (value === undefined ? [] : [`${key}:${value}`]));
  return ["F1-CheXbert", ...written].join("|");
}

/** Returns a signature without the parts that may differ between comparable scores. */
export function comparablePart(line: string): string {
  return line
    .split("|")
    .filter((part) => !/^(n|ci):/.test(part))
    .join("|");
}

/**
 * Refuses to compare scores made in different ways.
 *
 * @throws UsageError naming the keys that differ.
 */
export function refuseDifferentSignatures(first: string, second: string): void {
  if (comparablePart(first) === comparablePart(second)) return;
  const left = keysOf(first);
  const right = keysOf(second);
  const keys = [...new Set([...left.keys(), ...right.keys()])].filter(
    (key) => key !== "n" && key !== "ci" && left.get(key) !== right.get(key),
  );
  throw new UsageError(
    "METRIC_SIGNATURES_DIFFER",
    `Expected signatures that agree apart from n and ci, got ${keys
      .map((key) => `${key}:${left.get(key) ?? "-"} and ${key}:${right.get(key) ?? "-"}`)
      .join(", ")}`,
    { hint: "Score both systems in the same way, or pass --allow-different-signatures" },
  );
}

function keysOf(line: string): ReadonlyMap<string, string> {
  return new Map(
    line.split("|").map((part) => {
      const colon = part.indexOf(":");
      return colon < 0 ? ["name", part] : [part.slice(0, colon), part.slice(colon + 1)];
    }),
  );
}

function readingOf(block: Block): string {
  if (block.kind === "paper") return "classes";
  if (block.kind === "two-class") return "pos,unc";
  return readingName(block.reading);
}

function observationsOf(block: Block): string {
  return block.labelSet.observations
    .map((name) => name.toLowerCase().replaceAll(" ", "-"))
    .join(",");
}

/** A reading without blank and negative counts both alike, whatever the policy calls them. */
function blankOf(policy: LabelPolicy, block: Block | undefined): string {
  if (block === undefined || !("reading" in block)) return policy.blank;
  const tellsApart = block.reading.includes("blank") || block.reading.includes("negative");
  return tellsApart ? policy.blank : "neg";
}

function uncertainOf({ uncertain }: LabelPolicy): string | undefined {
  if (uncertain === "keep") return undefined;
  if (typeof uncertain === "string") return uncertain;
  return Object.entries(uncertain)
    .map(([name, policy]) => `${name.toLowerCase().replaceAll(" ", "-")}=${policy}`)
    .join(",");
}
