/**
 * @file Token lists as `chexbert-tokenize` and the original write them: a JSON list of id lists.
 *
 * Fidelity F30: lists and labels are joined by position, so their lengths must agree.
 */
import { readFile } from "node:fs/promises";
import { FormatError, InputError } from "../../base/errors.ts";
import { MAX_SEQUENCE_LENGTH } from "../../tokenizer/long-reports.ts";

/** Reads the lists that belong to the rows of a CSV file. */
export async function readTokenLists(
  path: string,
  table: { readonly csv: string; readonly rowCount: number },
): Promise<readonly Int32Array[]> {
  const lists = await readJsonList(path);
  if (lists.length !== table.rowCount) {
    throw new InputError(
      "TOKEN_LIST_LENGTH",
      `Expected ${table.rowCount} lists in ${path}, one per row of ${table.csv}, got ${lists.length}`,
      {
        hint: "Make the lists from the same file with chexbert-tokenize, or leave them out",
        place: { file: path },
      },
    );
  }
  return lists.map((list, index) => {
    if (isIdList(list)) return Int32Array.from(list);
    throw new InputError(
      "TOKEN_LIST_VALUES",
      `Expected 1 to ${MAX_SEQUENCE_LENGTH} token ids in list ${index + 1} of ${path}, got something else`,
      { hint: "Make the lists with chexbert-tokenize", place: { file: path, row: index + 1 } },
    );
  });
}

async function readJsonList(path: string): Promise<readonly unknown[]> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    throw notALists(path, cause);
  }
  if (Array.isArray(json)) return json;
  throw notALists(path);
}

function isIdList(list: unknown): list is readonly number[] {
  return (
    Array.isArray(list) &&
    0 < list.length &&
    list.length <= MAX_SEQUENCE_LENGTH &&
    list.every((id) => Number.isInteger(id) && 0 <= id)
  );
}

function notALists(path: string, cause?: unknown): FormatError {
  const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "other data";
  return new FormatError(
    "TOKEN_LIST_FORMAT",
    `Expected a JSON list of lists in ${path}, got ${reason}`,
    {
      hint: "Make the lists with chexbert-tokenize",
      place: { file: path },
      ...(cause === undefined ? {} : { cause }),
    },
  );
}
