import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import type { ChexbertError, InputError } from "../base/errors.ts";
import { type ReadReportsOptions, readReports } from "./read-reports.ts";
import { MAX_RECORD_BYTES } from "./record-blocks.ts";
import type { Report } from "./report.ts";

/** Reads bytes that arrive in pieces of the given size. */
async function read(
  bytes: string | Buffer,
  options: ReadReportsOptions & { readonly pieceSize?: number } = {},
): Promise<readonly Report[]> {
  const { pieceSize = 65_536, ...rest } = options;
  const all = Buffer.from(bytes as string);
  async function* pieces() {
    for (let i = 0; i < all.length; i += pieceSize) yield all.subarray(i, i + pieceSize);
  }
  return await collect(readReports(pieces(), { name: "in.csv", ...rest }));
}

async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

async function errorOf(promise: Promise<unknown>): Promise<ChexbertError> {
  return promise.then(
    () => expect.unreachable("expected an error"),
    (error) => error as ChexbertError,
  );
}

test.each([1, 2, 3, 7, 65_536])("cells survive pieces of %i bytes", async (pieceSize) => {
  const bytes =
    '\uFEFFstudy_id,Report Impression,site\r\ns1,"Clear, ""very""\r\nclear.",Zürich\r\n' +
    's2,"",B\r\n"s3",No ＣＨＦ.,"C"';

  const reports = await read(bytes, { pieceSize });

  expect(reports.map(({ row, id, text, cells }) => ({ row, id, text, cells }))).toEqual([
    {
      row: 1,
      id: "s1",
      text: 'Clear, "very"\r\nclear.',
      cells: ["s1", 'Clear, "very"\r\nclear.', "Zürich"],
    },
    { row: 2, id: "s2", text: "", cells: ["s2", "", "B"] },
    { row: 3, id: "s3", text: "No ＣＨＦ.", cells: ["s3", "No ＣＨＦ.", "C"] },
  ]);
});

test.each([
  ["LF", "\n"],
  ["CR LF", "\r\n"],
  ["CR", "\r"],
])("rows may end with %s, and a blank line is an empty row", async (_, end) => {
  const reports = await read(["id,text", "a,clear lungs", "", "b,no edema", ""].join(end));

  expect(reports.map((report) => [report.row, report.id, report.text])).toEqual([
    [1, "a", "clear lungs"],
    [2, "", ""],
    [3, "b", "no edema"],
  ]);
});

test("a TSV is known by its tabs, and commas are text", async () => {
  const reports = await read("uid\ttext\n7\tclear, dry lungs\n", { name: "in.txt" });

  expect(reports[0]).toMatchObject({ id: "7", text: "clear, dry lungs" });
});

test("JSONL keeps values and lets rows have keys of their own", async () => {
  const lines = ['{"id":5,"text":"clear","tags":["a"]}', '{"text":null,"id":6}'];

  const reports = await read(`${lines.join("\n")}\n`, { name: "in.jsonl" });

  expect(reports.map(({ id, text, columns, cells }) => ({ id, text, columns, cells }))).toEqual([
    { id: "5", text: "clear", columns: ["id", "text", "tags"], cells: [5, "clear", ["a"]] },
    { id: "6", text: "", columns: ["text", "id"], cells: [null, 6] },
  ]);
});

test("several text columns are one report, joined by a blank line, without empty cells", async () => {
  const rows = "findings,impression\nLungs clear.,Normal.\n,Normal.\nNA,None\n";

  const reports = await read(rows, { textColumns: ["findings", "impression"] });

  expect(reports.map((report) => report.text)).toEqual(["Lungs clear.\n\nNormal.", "Normal.", ""]);
});

test.each([
  ["study_id,Report Impression,text", "Report Impression"],
  ["study_id,Findings,site", "Findings"],
  ["anything", "anything"],
  ["uid,radiology", "radiology"],
])("of the columns %s the text is %s", async (header, expected) => {
  const cells = header.split(",").map((_, i) => (i === 1 ? "The lungs are clear and dry." : "x"));

  const [report] = await read(`${header}\n${cells.join(",")}\n`);

  expect(report?.text).toBe(cells[header.split(",").indexOf(expected)]);
});

test.each([
  ["id", "study_id,id,report_id,text", "i"],
  ["report_id", "uid,study_id,report_id,text", "r"],
  ["the row number", "site,other,more,text", "1"],
])("the id is %s of the columns", async (_, header, expected) => {
  const values = { id: "i", report_id: "r", study_id: "s", uid: "u" };
  const cells = header.split(",").map((name) => values[name as keyof typeof values] ?? "x");

  const [report] = await read(`${header}\n${cells.join(",")}\n`);

  expect(report?.id).toBe(expected);
});

test.each<[string, string, string | Buffer, ReadReportsOptions]>([
  ["no text column", "CSV_MISSING_COLUMN", "a,b\n1,2\n", {}],
  ["two text columns", "CSV_MISSING_COLUMN", "findings,impression\nx,y\n", {}],
  ["a missing column", "CSV_MISSING_COLUMN", "id,text\n1,x\n", { textColumns: ["txet"] }],
  ["a missing id", "CSV_MISSING_COLUMN", "id,text\n1,x\n", { idColumn: "idd" }],
  ["equal columns", "CSV_DUPLICATE_COLUMN", "text,id,text\nx,1,y\n", {}],
  ["more cells", "CSV_RAGGED_ROW", "id,text\n1,x\n2,x,y\n", {}],
  ["a quote inside", "CSV_BAD_QUOTE", 'id,text\n1,"x" y\n', {}],
  ["an open quote", "CSV_UNCLOSED_QUOTE", 'id,text\n1,"x\n2,y\n', {}],
  ["a lone CR", "CSV_MIXED_LINE_ENDS", "id,text\n1,x\ry\n", {}],
  ["an empty header", "CSV_NO_HEADER", "\n1\n", {}],
  ["no bytes", "FILE_EMPTY", "", {}],
  ["a zero byte", "FILE_IS_BINARY", "id,text\n1,\0\n", {}],
  ["Latin-1", "ENCODING_NOT_UTF8", Buffer.from("id,text\n1,é\n", "latin1"), {}],
  ["a workbook", "FORMAT_UNSUPPORTED", "PK\u0003\u0004rest", {}],
  ["a JSON list", "FORMAT_UNSUPPORTED", '[{"text":"x"}]', {}],
  ["no JSON", "JSONL_BAD_LINE", '{"text":"x"}\nlungs\n', {}],
  ["a list in JSONL", "JSONL_BAD_LINE", '{"text":"x"}\n[1]\n', {}],
  ["a missing key", "JSONL_MISSING_KEY", '{"text":"x"}\n{"id":1}\n', {}],
])("%s is refused with %s", async (_, code, bytes, options) => {
  const error = await errorOf(read(bytes, options));

  expect(error.code).toBe(code);
  expect(error.message).toMatch(/^Expected .*, got /);
  expect(error.hint).toBeDefined();
});

test("a record longer than the limit is refused without being held", async () => {
  const piece = Buffer.alloc(1024 * 1024, "x");
  let pieces = 0;
  async function* endless() {
    yield Buffer.from('id,text\n1,"');
    for (;;) {
      pieces += 1;
      yield piece;
    }
  }

  const error = await errorOf(collect(readReports(endless())));

  expect(error).toMatchObject({ code: "RECORD_TOO_LONG", place: { row: 1 } });
  expect(pieces).toBeLessThan(MAX_RECORD_BYTES / piece.length + 2);
});

test("the place of a bad byte is its offset", async () => {
  const bytes = Buffer.from("id,text\n1,x\n2,é\n", "latin1");

  const error = await errorOf(read(bytes));

  expect(error.place).toMatchObject({ byteOffset: 14, row: 2 });
});

test("rows that are wrong can be left out", async () => {
  const errors: InputError[] = [];

  const reports = await read("id,text\n1,x,y\n2,x\n3\n", {
    onRowError: (error) => void errors.push(error),
  });

  expect(reports.map((report) => report.row)).toEqual([2]);
  expect(errors.map((error) => error.place.row)).toEqual([1, 3]);
});

test("no message repeats what stands where the names should be", async () => {
  const text = "Small left effusion has resolved.";

  const error = await errorOf(read(`1,${text}\n2,${text}\n`));

  expect(error.code).toBe("CSV_NO_HEADER");
  expect(`${error.message} ${error.hint}`).not.toContain("effusion");
});

test.each([
  ["missing.csv", "FILE_NOT_FOUND"],
  [".", "FILE_IS_FOLDER"],
])("the path %s is refused with %s", async (name, code) => {
  using folder = temporaryFolder();

  const error = await errorOf(collect(readReports(join(folder.path, name))));

  expect(error.code).toBe(code);
});

test("a path is read as a file, and an aborted signal stops it", async () => {
  using folder = temporaryFolder();
  const path = join(folder.path, "in.csv");
  writeFileSync(path, "text\nclear\n");
  const reason = new Error("enough");

  const reports = await collect(readReports(path));
  const stopped = errorOf(collect(readReports(path, { signal: AbortSignal.abort(reason) })));

  expect(reports).toHaveLength(1);
  expect(await stopped).toBe(reason);
});

test.each([
  ["a list", '["x"]'],
  ["object", '{"a":1}'],
  ["boolean", "true"],
])("%s is no text of a report", async (got, value) => {
  const error = await errorOf(read(`{"id":1,"text":${value}}\n`, { format: "jsonl" }));

  expect(error).toMatchObject({
    code: "JSONL_BAD_TEXT",
    place: { row: 1, id: "1", column: "text" },
  });
  expect(error.message).toContain(`got ${got}`);
});

test("a number that would lose digits is refused, and one in a text or a fraction is not", async () => {
  const fine =
    '{"id":123456789012345,"text":"No. 12345678901234567890, \\"x\\"","n":0.1234567890123456789}';

  const error = await errorOf(
    read('{"id":12345678901234567890,"text":"x"}\n', { format: "jsonl" }),
  );
  const reports = await read(`${fine}\n`, { format: "jsonl" });

  expect(error).toMatchObject({ code: "JSONL_LONG_NUMBER", place: { row: 1 } });
  expect(reports.map((report) => report.id)).toEqual(["123456789012345"]);
});

test("semicolons between columns are named as what they are", async () => {
  const error = await errorOf(read("id;Report Impression\n1;No edema, no effusion.\n"));

  expect(error.code).toBe("CSV_SEMICOLONS");
});

test("the hint for a missing column names the flag that was used", async () => {
  const table = "id,findings,impression\n1,Clear.,Clear.\n";

  const id = await errorOf(read(table, { idColumn: "study" }));
  const joined = await errorOf(read(table, { textColumns: ["findings,impression"] }));

  expect(id.hint).toContain("--id-column");
  expect(joined.hint).toBe("Use --text-column findings --text-column impression");
});
