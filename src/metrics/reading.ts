/**
 * @file A reading: which of the four classes count as positive in a binary metric.
 */
import { UsageError } from "../base/errors.ts";
import { LABEL_CLASSES, type LabelClass, toClassIndex } from "../labels/label-class.ts";

/** The classes that count as positive. */
export type Reading = readonly LabelClass[];

/** The readings that have names on the command line and in signatures. */
export const READINGS = {
  pos: ["positive"],
  "pos+unc": ["positive", "uncertain"],
  mention: ["positive", "negative", "uncertain"],
  neg: ["negative"],
  unc: ["uncertain"],
  blank: ["blank"],
} as const satisfies Record<string, Reading>;

export type ReadingName = keyof typeof READINGS;

/** Finds a reading by its name. @throws UsageError for other words. */
export function parseReading(name: string): Reading {
  if (isReadingName(name)) return READINGS[name];
  throw new UsageError(
    "METRIC_UNKNOWN_READING",
    `Expected a reading among ${Object.keys(READINGS).join(", ")}, got "${name}"`,
  );
}

/** Names a reading as signatures do. */
export function readingName(reading: Reading): string {
  const mask = readingMask(reading);
  const named = Object.entries(READINGS).find(([, classes]) => readingMask(classes) === mask);
  return named?.[0] ?? LABEL_CLASSES.filter((name) => reading.includes(name)).join("+");
}

/** Bit k is set when class index k counts as positive. */
export function readingMask(reading: Reading): number {
  return reading.reduce((mask, labelClass) => mask | (1 << toClassIndex(labelClass)), 0);
}

function isReadingName(name: string): name is ReadingName {
  return Object.hasOwn(READINGS, name);
}
