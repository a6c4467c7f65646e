import { expect, test } from "vitest";
import { readTable } from "./read-table.ts";
import { streamSource } from "./report-source.ts";

/** Pieces as a source gives them; counts how many were taken. */
function source(pieces: Iterable<string | Buffer>) {
  const taken = { count: 0 };
  async function* chunks() {
    for (const piece of pieces) {
      taken.count += 1;
      yield Buffer.from(piece as string);
    }
  }
  return { taken, source: streamSource(chunks(), "t.csv") };
}

test("a table is the same however its bytes arrive", async () => {
  const text = 'id,Edema\na,1\n"b,c",\n';
  const whole = await readTable(source([text]).source);

  expect(whole.rows).toEqual([
    ["a", "1"],
    ["b,c", ""],
  ]);
  expect(await readTable(source(text).source)).toEqual(whole);
});

test("an endless source that is no table is refused at its start", async () => {
  function* zeros() {
    for (;;) yield Buffer.alloc(65_536);
  }
  const endless = source(zeros());

  await expect(readTable(endless.source)).rejects.toMatchObject({ code: "FILE_IS_BINARY" });
  expect(endless.taken.count).toBe(1);
});

test("a source of nothing is no table", async () => {
  await expect(readTable(source([]).source)).rejects.toMatchObject({ code: "FILE_EMPTY" });
});
