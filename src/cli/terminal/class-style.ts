import { styleText } from "node:util";
import type { LabelClass } from "../../labels/label-class.ts";

/** The color of a class; it repeats what a word says, and never stands alone. */
const COLORS = {
  positive: "red",
  uncertain: "yellow",
  negative: "green",
  blank: "gray",
} as const satisfies Record<LabelClass, string>;

/** Returns a function that colors text by class, or leaves it as it is. */
export function classPainter(isColorOn: boolean): (labelClass: LabelClass, text: string) => string {
  if (!isColorOn) return (_, text) => text;
  return (labelClass, text) => styleText(COLORS[labelClass], text, { validateStream: false });
}
