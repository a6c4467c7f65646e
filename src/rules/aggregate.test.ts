import { expect, test } from "vitest";
import type { LabelClass } from "../labels/label-class.ts";
import { type Aggregation, aggregateClasses } from "./aggregate.ts";

test.each<[readonly LabelClass[], Aggregation, LabelClass]>([
  [[], "paper", "blank"],
  [["negative"], "paper", "negative"],
  [["positive", "negative"], "paper", "positive"],
  [["positive", "uncertain"], "code", "positive"],
  [["negative", "uncertain"], "paper", "uncertain"],
  [["positive", "negative", "uncertain"], "paper", "positive"],
  [["positive", "negative", "uncertain"], "code", "uncertain"],
  [["blank", "negative"], "paper", "negative"],
])("%j under %s is %s", (classes, aggregation, expected) => {
  expect(
    aggregateClasses(
      classes.map((one) => ({ class: one })),
      aggregation,
    ),
  ).toBe(expected);
});

test("an open statement gives way to a settled one", () => {
  const open = { class: "uncertain", isOpen: true } as const;

  expect(aggregateClasses([open], "paper")).toBe("uncertain");
  expect(aggregateClasses([open, { class: "negative" }], "paper")).toBe("negative");
});
