import fc from "fast-check";
import { expect, test } from "vitest";
import type { LabelClass } from "../../labels/label-class.ts";
import { OBSERVATIONS } from "../../labels/observations.ts";
import type { Evidence, ReportLabels } from "../../labels/report-labels.ts";
import { markText, signsOf } from "./marked-text.ts";

/** Labels with the given evidence for Edema and for Pneumonia. */
function labelsWith(edema: readonly Evidence[], pneumonia: readonly Evidence[] = []): ReportLabels {
  const blank = Object.fromEntries(OBSERVATIONS.map((name) => [name, { class: "blank" }]));
  const labels = {
    ...blank,
    Edema: { class: "positive", evidence: edema },
    Pneumonia: { class: "uncertain", evidence: pneumonia },
    empty: false,
    truncated: false,
    extra: {},
  };
  // Every observation has just been given a label.
  return labels as unknown as ReportLabels;
}

function evidence(
  labelClass: LabelClass,
  start: number,
  end: number,
  cue?: [number, number],
): Evidence {
  return {
    mention: { start, end },
    ...(cue && { cue: { start: cue[0], end: cue[1] } }),
    class: labelClass,
    ruleId: "rule",
  };
}

test("mentions and cues are cut out of the text", () => {
  const text = "No edema. Possible pneumonia.";
  const labels = labelsWith(
    [evidence("negative", 3, 8, [0, 2])],
    [evidence("uncertain", 19, 28, [10, 18])],
  );

  const pieces = markText(text, labels, OBSERVATIONS);

  expect(pieces.map((piece) => `${piece.kind}:${piece.text}`)).toEqual([
    "cue:No",
    "plain: ",
    "mention:edema",
    "plain:. ",
    "cue:Possible",
    "plain: ",
    "mention:pneumonia",
    "plain:.",
  ]);
});

test("mentions of two observations on the same words are one piece with both signs", () => {
  const labels = labelsWith([evidence("positive", 0, 7)], [evidence("uncertain", 4, 12)]);

  const [piece] = markText("abc def ghij klm", labels, OBSERVATIONS);

  expect(piece?.text).toBe("abc def ghij");
  expect(piece?.kind === "mention" && signsOf(piece.mentions)).toBe("+?");
});

test("the pieces, one after the other, are the text", () => {
  const span = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 9 }));
  const one = fc.tuple(span, fc.option(span, { nil: undefined }));

  fc.assert(
    fc.property(fc.string({ minLength: 40, maxLength: 60 }), fc.array(one), (text, found) => {
      const list = found.map(([[at, length], cue]) =>
        evidence("positive", at, at + length, cue && [cue[0], cue[0] + cue[1]]),
      );

      const pieces = markText(text, labelsWith(list), OBSERVATIONS);

      expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    }),
  );
});
