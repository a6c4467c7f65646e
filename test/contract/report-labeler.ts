/**
 * @file Cases that everything which labels reports passes, whatever is inside.
 */
import { describe, expect, test } from "vitest";
import { LABEL_CLASSES } from "../../src/labels/label-class.ts";
import { OBSERVATIONS } from "../../src/labels/observations.ts";
import type { ReportLabeler } from "../../src/labels/report-labeler.ts";
import type { Evidence, ReportLabels, Span } from "../../src/labels/report-labels.ts";

const REPORTS = [
  "Moderate right effusion. No pneumothorax. Heart size is normal.",
  "",
  "FINDINGS: Lungs are clear.\nIMPRESSION: No acute disease.",
  "   \n\t ",
  "Possible pneumonia at the left base; PICC in place.",
];

/** Defines the shared cases for one implementation. */
export function describeReportLabeler(name: string, load: () => Promise<ReportLabeler>): void {
  describe(`${name} as a report labeler`, () => {
    test("gives 14 labels for each text, in the order of the texts", async () => {
      await using labeler = await load();

      const results = await labeler.label(REPORTS);

      expect(results).toHaveLength(REPORTS.length);
      for (const labels of results) {
        for (const observation of OBSERVATIONS) {
          expect(LABEL_CLASSES).toContain(labels[observation].class);
        }
      }
    });

    test("labels nothing when there are no texts", async () => {
      await using labeler = await load();

      expect(await labeler.label([])).toEqual([]);
    });

    test("gives a text the same classes alone, in a batch and a second time", async () => {
      await using labeler = await load();

      const together = (await labeler.label(REPORTS)).map(classesOf);
      const backwards = (await labeler.label(REPORTS.toReversed())).map(classesOf).toReversed();
      const alone = [];
      for (const text of REPORTS) alone.push(...(await labeler.label([text])).map(classesOf));

      expect(backwards).toEqual(together);
      expect(alone).toEqual(together);
    });

    test("gives No Finding only the classes positive and blank", async () => {
      await using labeler = await load();

      for (const labels of await labeler.label(REPORTS)) {
        expect(["positive", "blank"]).toContain(labels["No Finding"].class);
      }
    });

    test("says which reports are empty", async () => {
      await using labeler = await load();

      const results = await labeler.label(REPORTS);

      expect(results.map((labels) => labels.empty)).toEqual([false, true, false, true, false]);
    });

    test("gives every extra observation a label", async () => {
      await using labeler = await load();

      for (const labels of await labeler.label(REPORTS)) {
        expect(Object.keys(labels.extra)).toEqual(labeler.extraObservations);
      }
    });

    test("points evidence into the text it was given", async () => {
      await using labeler = await load();

      const results = await labeler.label(REPORTS);

      results.forEach((labels, index) => {
        for (const span of spansOf(labels)) {
          expect(span.start).toBeLessThan(span.end);
          expect(REPORTS[index]?.slice(span.start, span.end).trim()).not.toBe("");
        }
      });
    });

    test("names itself by facts without a path", async () => {
      await using labeler = await load();

      const facts = Object.values(labeler.identity);

      expect(facts).not.toHaveLength(0);
      for (const fact of facts) expect(String(fact)).not.toMatch(/[\\/]/);
    });

    test("stops with the reason of its signal", async () => {
      await using labeler = await load();
      const reason = new Error("stopped by the test");

      const run = labeler.label(REPORTS, { signal: AbortSignal.abort(reason) });

      await expect(run).rejects.toBe(reason);
    });
  });
}

function classesOf(labels: ReportLabels): readonly string[] {
  return OBSERVATIONS.map((observation) => labels[observation].class);
}

function spansOf(labels: ReportLabels): readonly Span[] {
  const evidence: readonly Evidence[] = OBSERVATIONS.flatMap(
    (observation) => labels[observation].evidence ?? [],
  );
  return evidence.flatMap(({ mention, cue }) => (cue === undefined ? [mention] : [mention, cue]));
}
