import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError, InputError } from "../base/errors.ts";
import { type LabelClass, parseCsvValue } from "../labels/label-class.ts";
import { OBSERVATIONS } from "../labels/observations.ts";
import { formatPandasLabels, makeLabelTable } from "./pandas-labels.ts";
import { type PandasCell, readPandasReports } from "./pandas-reports.ts";

interface Oracle {
  readonly read: readonly { readonly csv: string; readonly cells: "error" | (string | null)[] }[];
  readonly write: readonly {
    readonly texts: (string | null)[];
    readonly labels: (number | null)[][];
    readonly csv: string;
  }[];
}

const oracle: Oracle = JSON.parse(
  readFileSync(new URL("../../test/oracles/fixtures/pandas/pandas.json", import.meta.url), "utf8"),
);

/**
 * pandas swallows a comma after the CR of a blank line, and un-swallows it when blanks follow; we
 * only do the first. No writer makes such lines.
 */
const KNOWN_DIVERGENCE = {
  csv: 'Report Impression\nb ca"é1\tNA\r\r,  "',
  cells: "error",
  ours: ['b ca"é1\tNA', '  "'],
};

/** Reads a file in pieces of some bytes; "error" for a refusal. */
async function read(csv: string, pieceBytes = 1 << 16): Promise<"error" | (string | null)[]> {
  const bytes = new TextEncoder().encode(csv);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    pieces.push(bytes.subarray(at, at + pieceBytes));
  }
  const cells: (string | null)[] = [];
  try {
    for await (const piece of readPandasReports("reports.csv", pieces)) {
      cells.push(...piece.map((cell) => cell ?? null));
    }
  } catch (error) {
    if (error instanceof InputError || error instanceof FormatError) return "error";
    throw error;
  }
  return cells;
}

async function write(texts: readonly PandasCell[], rows: readonly LabelClass[][]): Promise<string> {
  const labels = makeLabelTable();
  for (const row of rows) labels.append(row);
  let csv = "";
  for await (const piece of formatPandasLabels([texts], labels)) csv += piece;
  return csv;
}

test("reads every file as pandas does, and refuses what pandas refuses", async () => {
  const differing: unknown[] = [];

  for (const { csv, cells } of oracle.read) {
    const ours = await read(csv);
    if (JSON.stringify(ours) !== JSON.stringify(cells)) differing.push({ csv, cells, ours });
  }

  expect(oracle.read.length).toBeGreaterThan(1000);
  expect(differing).toEqual([KNOWN_DIVERGENCE]);
});

test("a file cut into pieces anywhere reads the same", async () => {
  const files = fc.constantFrom(...oracle.read.map(({ csv }) => csv));
  await fc.assert(
    fc.asyncProperty(files, fc.integer({ min: 1, max: 5 }), async (csv, pieceBytes) => {
      expect(await read(csv, pieceBytes)).toEqual(await read(csv));
    }),
  );
});

test("bytes that are no UTF-8 are a format error", async () => {
  const reading = readPandasReports("reports.csv", [
    Buffer.from("Report Impression\n\xff\n", "latin1"),
  ]);

  await expect(reading.next()).rejects.toMatchObject({ code: "ENCODING_NOT_UTF8" });
});

test("a column that is spelled differently is named in the hint", async () => {
  const reading = readPandasReports("reports.csv", [Buffer.from(" Report impression\na\n")]);

  await expect(reading.next()).rejects.toMatchObject({
    code: "CSV_MISSING_COLUMN",
    hint: expect.stringContaining('" Report impression"'),
  });
});

test.each(oracle.write.map((written, index) => [index, written] as const))(
  "writes labels byte for byte as pandas does, case %d",
  async (_, { texts, labels, csv }) => {
    const rows = labels.map((row) =>
      row.map((value) => parseCsvValue(value === null ? "" : String(value)) ?? "blank"),
    );

    expect(
      await write(
        texts.map((text) => text ?? undefined),
        rows,
      ),
    ).toBe(csv);
  },
);

test("one blank in the last row changes how the first row prints", async () => {
  const positive: LabelClass[] = OBSERVATIONS.map(() => "positive");
  const lastBlank = positive.with(3, "blank");

  const csv = await write(["a", "b"], [positive, lastBlank]);

  expect(csv.split("\n")[1]).toBe("a,1,1,1,1.0,1,1,1,1,1,1,1,1,1,1");
  expect(csv.split("\n")[2]).toBe("b,1,1,1,,1,1,1,1,1,1,1,1,1,1");
});

test("a table of labels keeps what was appended beyond its first size", () => {
  const labels = makeLabelTable();
  const classes: LabelClass[] = ["blank", "positive", "negative", "uncertain"];

  for (let row = 0; row < 3000; row += 1) {
    labels.append(OBSERVATIONS.map((_, i) => classes[(row + i) % 4] ?? "blank"));
  }

  expect(labels.rowCount).toBe(3000);
  expect([labels.classAt(0, 0), labels.classAt(2999, 13)]).toEqual(["blank", "blank"]);
  expect(labels.classAt(2998, 13)).toBe("uncertain");
});

test("a cell without an end is an error before it fills the memory", async () => {
  function* pieces() {
    yield Buffer.from("Report Impression\n");
    for (;;) yield Buffer.alloc(1 << 20);
  }
  const drain = async () => {
    for await (const rows of readPandasReports("in.csv", pieces())) expect(rows).toEqual([]);
  };

  await expect(drain()).rejects.toMatchObject({ code: "RECORD_TOO_LONG" });
});
