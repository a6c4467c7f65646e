import fc from "fast-check";
import { expect, test } from "vitest";
import { CHECK_B, tableOf } from "../../../test/support/worked-checks.ts";
import { ChexbertError } from "../../base/errors.ts";
import { LABEL_CLASSES, toCsvValue } from "../../labels/label-class.ts";
import { COLUMN_ORDERS, OBSERVATIONS } from "../../labels/observations.ts";
import { labelTable, OBSERVATION_COUNT } from "./label-table.ts";
import { matchTables } from "./match-tables.ts";
import { isLabelHeader, type ReadLabelRowsOptions, readLabelRows } from "./read-label-rows.ts";

const HEADER = ["id", ...OBSERVATIONS];

/** A row with the given cells by column name, all others empty. */
function row(id: string, cells: Readonly<Record<string, string>> = {}, header = HEADER): string[] {
  return header.map((name) => (name === "id" ? id : (cells[name] ?? "")));
}

function failure(action: () => unknown): ChexbertError {
  try {
    action();
  } catch (error) {
    if (error instanceof ChexbertError) return error;
  }
  throw new Error("no ChexbertError");
}

function read(rows: string[][], options?: ReadLabelRowsOptions, header = HEADER) {
  return readLabelRows(header, rows, options);
}

test.each(Object.keys(COLUMN_ORDERS))("reads the column order %s by name", (order) => {
  const columns = COLUMN_ORDERS[order as keyof typeof COLUMN_ORDERS];
  const header = ["study_id", ...columns.map((name) => name.toUpperCase())];
  const cells = columns.map((name) => (name === "Edema" ? "-1.0" : name === "Fracture" ? "1" : ""));

  const { table, idColumn } = readLabelRows(header, [["s1", ...cells]]);

  expect(idColumn).toBe("study_id");
  expect(table).toEqual(tableOf(["Edema u, Fracture +"], ["s1"]));
});

test("numbers the rows when there is no id column", () => {
  const { table, idColumn } = readLabelRows([...OBSERVATIONS], [OBSERVATIONS.map(() => "")]);

  expect(idColumn).toBeUndefined();
  expect(table.ids).toEqual(["1"]);
});

test.each<[string, string, () => unknown]>([
  ["an empty table", "LABELS_EMPTY", () => read([])],
  ["an unknown value", "LABELS_UNKNOWN_VALUE", () => read([row("a", { Edema: "2" })])],
  ["a word", "LABELS_UNKNOWN_VALUE", () => read([row("a", { Edema: "yes" })])],
  ["No Finding 0", "LABELS_NO_FINDING", () => read([row("a", { "No Finding": "0" })])],
  ["No Finding -1", "LABELS_NO_FINDING", () => read([row("a", { "No Finding": "-1.0" })])],
  ["a repeated id", "LABELS_DUPLICATE_ID", () => read([row("a"), row("b"), row("a")])],
  ["a missing id", "LABELS_MISSING_ID", () => read([row("a"), row(" ")])],
  ["a missing column", "LABELS_MISSING_COLUMN", () => read([["a"]], {}, ["id"])],
  [
    "a repeated column",
    "LABELS_DUPLICATE_COLUMN",
    () => read([row("a")], {}, [...HEADER, "edema"]),
  ],
  [
    "an alias beside the name",
    "LABELS_DUPLICATE_COLUMN",
    () => read([row("a")], {}, [...HEADER, "Airspace Opacity"]),
  ],
  ["an unknown id column", "LABELS_MISSING_COLUMN", () => read([row("a")], { idColumn: "key" })],
])("refuses %s", (_, code, action) => {
  expect(failure(action).code).toBe(code);
});

test("an error names row and column and never shows a long cell", () => {
  const text = "Invented words that could be a report.";

  const error = failure(() => read([row("a"), row("b", { Edema: text })], { file: "gold.csv" }));

  expect(error.place).toEqual({ file: "gold.csv", row: 2, column: "Edema" });
  expect(error.message).not.toContain("Invented");
});

test.each([
  ["blank", 0, 0],
  ["positive", 0, 1],
] as const)("reads No Finding 0 and -1 as told: %s", (noFinding, zero, minusOne) => {
  const rows = [row("a", { "No Finding": "0" }), row("b", { "No Finding": "-1" })];

  const { table, noFindingCells } = read(rows, { noFinding });

  expect([table.classes[13], table.classes[27]]).toEqual([zero, minusOne]);
  expect(noFindingCells).toBe(2);
});

test("keeps the first row of each id when told, and counts the others", () => {
  const rows = [row("a", { Edema: "1" }), row("a"), row("b")];

  const { table, duplicateRows, sourceRows } = read(rows, { duplicates: "first" });

  expect(table).toEqual(tableOf(["Edema +", ""], ["a", "b"]));
  expect(duplicateRows).toBe(1);
  expect(sourceRows).toEqual([0, 2]);
});

test("what is written as CSV values reads back", () => {
  const classIndex = (column: number) => fc.nat(column === 13 ? 1 : 3);
  const rowOf = fc.tuple(...OBSERVATIONS.map((_, column) => classIndex(column)));
  fc.assert(
    fc.property(fc.array(rowOf, { minLength: 1, maxLength: 5 }), (rows) => {
      const ids = rows.map((_, index) => `r${index}`);
      const cells = rows.map((classes, index) => [
        ids[index] ?? "",
        ...classes.map((one) => toCsvValue(LABEL_CLASSES[one] ?? "blank")),
      ]);

      expect(read(cells).table).toEqual(labelTable(ids, Uint8Array.from(rows.flat())));
    }),
  );
});

test("matches shuffled rows by id", () => {
  const second = tableOf(["Edema u", "Fracture +"], ["b", "a"]);

  const matched = matchTables([tableOf(["Edema +", ""], ["a", "b"]), second]);

  expect(matched.ids).toEqual(["a", "b"]);
  expect(matched.tables[1]).toEqual(tableOf(["Fracture +", "Edema u"], ["a", "b"]));
});

test("ids on one side only are an error with counts, or skipped and counted", () => {
  const tables = [tableOf(["", "Edema +"], ["a", "b"]), tableOf(["", "", ""], ["b", "c", "d"])];

  const error = failure(() => matchTables(tables));
  const matched = matchTables(tables, "skip");

  expect(error.code).toBe("LABELS_UNMATCHED_ID");
  expect(error.message).toContain("1 of table 1, 2 of table 2");
  expect(failure(() => matchTables(tables, "error", ["g.csv", "p.csv"])).message).toContain(
    '1 of g.csv, 2 of p.csv; first "a" in row 1 of g.csv',
  );
  expect(matched.ids).toEqual(["b"]);
  expect(matched.unmatched).toEqual([1, 2]);
});

test("tables without a common id are refused even when skipping", () => {
  const tables = [tableOf([""], ["a"]), tableOf([""], ["b"])];

  expect(failure(() => matchTables(tables, "skip")).code).toBe("LABELS_NO_COMMON_ID");
});

test("a table of class indices refuses unknown classes and an uncertain No Finding", () => {
  const classes = new Uint8Array(OBSERVATION_COUNT);
  const four = classes.with(4, 4);
  const uncertainNoFinding = classes.with(13, 3);

  expect(failure(() => labelTable(["a"], four)).code).toBe("LABELS_UNKNOWN_CLASS");
  expect(failure(() => labelTable(["a"], uncertainNoFinding)).place.column).toBe("No Finding");
  expect(failure(() => labelTable(["a", "b"], classes)).code).toBe("LABELS_SHAPE");
});

test("a header with observations is told from a header with text", () => {
  expect(isLabelHeader(["id", "Edema", "fracture"])).toBe(true);
  expect(isLabelHeader(["id", "Report Impression"])).toBe(false);
});

test("reading does not depend on the order of the columns", () => {
  const table = CHECK_B.reference;
  fc.assert(
    fc.property(fc.shuffledSubarray([...OBSERVATIONS], { minLength: 14 }), (columns) => {
      const rows = table.ids.map((id, r) => [
        id,
        ...columns.map((name) => {
          const cell = table.classes[r * OBSERVATION_COUNT + OBSERVATIONS.indexOf(name)] ?? 0;
          return toCsvValue(LABEL_CLASSES[cell] ?? "blank");
        }),
      ]);

      expect(readLabelRows(["id", ...columns], rows).table).toEqual(table);
    }),
  );
});
