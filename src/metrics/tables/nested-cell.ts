/**
 * @file A label written as an object: `{"class": "positive", "probabilities": {"positive": 0.9}}`.
 */
import { LABEL_CLASSES, type LabelClass, parseCsvValue } from "../../labels/label-class.ts";

export interface NestedCell {
  readonly labelClass: LabelClass;
  /** In class-index order; a class that is not named has probability 0. */
  readonly probabilities: readonly number[] | undefined;
}

/** Reads a cell that holds an object as JSON text; `undefined` for anything else. */
export function parseNestedCell(cell: string): NestedCell | undefined {
  if (!cell.trimStart().startsWith("{")) return undefined;
  const value = parseJson(cell);
  if (typeof value !== "object" || value === null || !("class" in value)) return undefined;
  const labelClass = typeof value.class === "string" ? parseCsvValue(value.class) : undefined;
  if (labelClass === undefined) return undefined;
  if (!("probabilities" in value)) return { labelClass, probabilities: undefined };
  const probabilities = readProbabilities(value.probabilities);
  return probabilities === undefined ? undefined : { labelClass, probabilities };
}

function readProbabilities(value: unknown): readonly number[] | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const byClass = new Map<string, unknown>(Object.entries(value));
  const shares = LABEL_CLASSES.map((labelClass) => byClass.get(labelClass) ?? 0);
  const isValid = (share: unknown) => typeof share === "number" && 0 <= share && share <= 1;
  return shares.every(isValid) ? (shares as number[]) : undefined; // isValid has seen each
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not JSON: the caller reports the cell
  }
}
