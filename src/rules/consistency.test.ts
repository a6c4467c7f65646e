import { expect, test } from "vitest";
import type { LabelClass } from "../labels/label-class.ts";
import { OBSERVATIONS } from "../labels/observations.ts";
import type { ReportLabels } from "../labels/report-labels.ts";
import { findInconsistencies } from "./consistency.ts";

function labelsOf(classes: Readonly<Record<string, LabelClass>>): ReportLabels {
  const labels = Object.fromEntries(
    OBSERVATIONS.map((name) => [name, { class: classes[name] ?? "blank" }]),
  );
  // The list above is the key type.
  return { ...labels, empty: false, truncated: false, extra: {} } as unknown as ReportLabels;
}

const parents = new Map([["Edema", "Lung Opacity"]]);

test("labels that go together give no report", () => {
  const labels = labelsOf({
    Edema: "positive",
    "Lung Opacity": "positive",
    "Support Devices": "positive",
  });

  expect(findInconsistencies(labels, parents)).toEqual([]);
});

test("No Finding beside a positive label is reported, devices are not", () => {
  const labels = labelsOf({
    "No Finding": "positive",
    Edema: "positive",
    "Support Devices": "positive",
  });

  expect(findInconsistencies(labels, parents)).toEqual([
    { kind: "no-finding-with-positive", observation: "Edema", other: "No Finding" },
  ]);
});

test("a positive child of a negative parent is reported", () => {
  const labels = labelsOf({ Edema: "positive", "Lung Opacity": "negative" });

  expect(findInconsistencies(labels, parents)).toEqual([
    { kind: "positive-child-of-negative", observation: "Edema", other: "Lung Opacity" },
  ]);
});
