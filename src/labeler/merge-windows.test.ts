import { expect, test } from "vitest";
import { LABEL_CLASSES, type LabelClass } from "../labels/label-class.ts";
import { decodeLogits } from "./decode.ts";
import { mergeVectors, mergeWindows } from "./merge-windows.ts";

/** A window that says these classes of Edema and No Finding; `strength` marks its logits. */
function window(edema: LabelClass, noFinding: "blank" | "positive", strength = 1) {
  const logits = new Float32Array(54);
  logits[4 * 4 + LABEL_CLASSES.indexOf(edema)] = strength;
  logits[13 * 4 + (noFinding === "positive" ? 1 : 0)] = strength;
  return decodeLogits(logits);
}

test.each([
  [["blank", "positive", "negative"], "positive"],
  [["negative", "uncertain"], "uncertain"],
  [["blank", "negative"], "negative"],
  [["uncertain", "positive"], "positive"],
  [["blank", "blank"], "blank"],
] as const)("windows that say %j together say %s", ([first, ...others], expected) => {
  const merged = mergeWindows([
    window(first, "blank"),
    ...others.map((label) => window(label, "blank")),
  ]);

  expect(merged.Edema.class).toBe(expected);
});

test("No Finding is positive only when every window says so", () => {
  const all = mergeWindows([window("blank", "positive"), window("blank", "positive")]);
  const some = mergeWindows([window("blank", "positive"), window("blank", "blank")]);

  expect(all["No Finding"].class).toBe("positive");
  expect(some["No Finding"].class).toBe("blank");
});

test("probabilities and logits are those of the first window that says the class", () => {
  const [weak, strong] = [window("positive", "blank", 1), window("positive", "blank", 2)];

  expect(mergeWindows([window("negative", "blank", 3), weak, strong]).Edema).toBe(weak.Edema);
});

test("the vector of several windows is their mean", () => {
  expect(mergeVectors([Float32Array.of(1, 2), Float32Array.of(3, 6)])).toEqual(
    Float32Array.of(2, 4),
  );
});
