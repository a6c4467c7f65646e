/**
 * @file The four classes an observation can have, and the two ways they are written as numbers.
 *
 * Models index classes 0 to 3; label files write blank, 1, 0 and -1. The two disagree on the
 * meaning of 0, so neither number is ever passed around: code holds a {@link LabelClass}, and this
 * file alone converts.
 */

/** Classes in the order of the model's output units [Smit2020]. */
export const LABEL_CLASSES = ["blank", "positive", "negative", "uncertain"] as const;

/** What a report says of an observation; `blank` is nothing. */
export type LabelClass = (typeof LABEL_CLASSES)[number];

/** How a class is written in CheXpert-style label files. */
export type CsvValue = "" | "1" | "0" | "-1";

const CSV_VALUES = {
  blank: "",
  positive: "1",
  negative: "0",
  uncertain: "-1",
} as const satisfies Record<LabelClass, CsvValue>;

/** Every spelling that label files use for a class, in lower case. */
const SPELLINGS: ReadonlyMap<string, LabelClass> = new Map([
  ["", "blank"],
  ["nan", "blank"],
  ["blank", "blank"],
  ["1", "positive"],
  ["1.0", "positive"],
  ["positive", "positive"],
  ["0", "negative"],
  ["0.0", "negative"],
  ["negative", "negative"],
  ["-1", "uncertain"],
  ["-1.0", "uncertain"],
  ["u", "uncertain"],
  ["uncertain", "uncertain"],
]);

/** Writes a class as CheXpert-style label files do. */
export function toCsvValue(labelClass: LabelClass): CsvValue {
  return CSV_VALUES[labelClass];
}

/** Returns the position of a class among the model's output units. */
export function toClassIndex(labelClass: LabelClass): number {
  return LABEL_CLASSES.indexOf(labelClass);
}

/** Returns the class of an output unit; `undefined` when there is no such unit. */
export function fromClassIndex(classIndex: number): LabelClass | undefined {
  return LABEL_CLASSES[classIndex];
}

/** Reads one cell of a label file; `undefined` when the cell says none of the known values. */
export function parseCsvValue(cell: string): LabelClass | undefined {
  return SPELLINGS.get(cell.trim().toLowerCase());
}
