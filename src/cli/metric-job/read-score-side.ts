/**
 * @file A side of `score`: labels when two or more columns name observations, else texts.
 */

import { InputError } from "../../base/errors.ts";
import { refuseRepeatedIds } from "../../metrics/tables/label-table.ts";
import { chooseColumns } from "../../reports/choose-columns.ts";
import { isMissingCell } from "../../reports/missing-cell.ts";
import { readTable, type WholeTable } from "../../reports/read-table.ts";
import type { CommandContext } from "../context.ts";
import {
  checkedClusters,
  isLabelTable,
  type LabelSide,
  openSource,
  type SideOptions,
  toLabelSide,
} from "./read-side.ts";

export interface TextSide {
  readonly kind: "texts";
  readonly file: string;
  readonly ids: readonly string[];
  readonly texts: readonly string[];
  readonly duplicateRows: number;
  readonly noFindingCells: 0;
  readonly column: LabelSide["column"];
}

export type ScoreSide = TextSide | (LabelSide & { readonly kind: "labels" });

/** Reads a side. */
export async function readScoreSide(
  path: string,
  options: SideOptions & { readonly textColumn?: readonly string[] | undefined },
  context: CommandContext,
): Promise<ScoreSide> {
  const source = await openSource(path, context);
  const table = await readTable(source);
  const wantsText = 0 < (options.textColumn ?? []).length;
  if (isLabelTable(table) && !wantsText) {
    return { kind: "labels", ...toLabelSide(table, source.name, options) };
  }
  return toTextSide(table, source.name, options);
}

/** Takes the clusters of a side's rows from its column. */
export function clusterCells(side: ScoreSide, name: string): readonly string[] {
  return checkedClusters(side.column(name), { file: side.file, name });
}

function toTextSide(
  table: WholeTable,
  file: string,
  options: SideOptions & { readonly textColumn?: readonly string[] | undefined },
): TextSide {
  if (table.rows.length === 0) {
    throw new InputError("LABELS_EMPTY", `Expected at least one row in ${file}, got none`, {
      place: { file },
    });
  }
  const { textColumns, idColumn } = chooseColumns({
    file,
    columns: table.columns,
    sample: table.rows.slice(0, 100),
    textColumns: options.textColumn ?? [],
    idColumn: options.idColumn,
  });
  const cell = (row: readonly string[], name: string) => row[table.columns.indexOf(name)] ?? "";
  const allIds = table.rows.map((row, index) =>
    idColumn === undefined ? String(index + 1) : cell(row, idColumn).trim(),
  );
  const empty = allIds.indexOf("");
  if (0 <= empty) {
    throw new InputError(
      "LABELS_MISSING_ID",
      `Expected an id in row ${empty + 1} of ${file}, got an empty cell`,
      { hint: "Name another id column with --id-column", place: { file, row: empty + 1 } },
    );
  }
  if (options.duplicates === "error") refuseRepeatedIds(allIds, file);
  const seen = new Set<string>();
  const kept = [...allIds.keys()].filter((row) => {
    const id = allIds[row] ?? "";
    return seen.has(id) ? false : seen.add(id);
  });
  const texts = table.rows.map((row) =>
    textColumns
      .map((name) => cell(row, name))
      .filter((text) => !isMissingCell(text))
      .join("\n\n"),
  );
  const select = (cells: readonly string[]) => kept.map((row) => cells[row] ?? "");
  return {
    kind: "texts",
    file,
    ids: select(allIds),
    texts: select(texts),
    duplicateRows: allIds.length - kept.length,
    noFindingCells: 0,
    column: (name) => {
      const found = table.columns.find((one) => one.toLowerCase() === name.toLowerCase());
      return found === undefined ? undefined : select(table.rows.map((row) => cell(row, found)));
    },
  };
}
