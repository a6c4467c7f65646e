/**
 * @file `labeled_reports.csv`, byte for byte as pandas writes it [chexbert.md §3.2].
 *
 * Fidelity F11, the number rule: a column with at least one blank turns into floating point and
 * prints `1.0`, `0.0`, `-1.0`; a column without prints `1`, `0`, `-1`. It holds over the whole
 * file, so the labels come first and the texts, read again, are written with them.
 */
import { LABEL_CLASSES, type LabelClass, toCsvValue } from "../labels/label-class.ts";
import { OBSERVATIONS } from "../labels/observations.ts";
import { type PandasCell, REPORT_COLUMN } from "./pandas-reports.ts";

/** Labels of many reports, one byte a label, rows of 14 in head order. */
export interface LabelTable {
  readonly rowCount: number;
  /** Returns the class of an observation in a row. */
  classAt(row: number, observation: number): LabelClass;
}

export interface LabelTableBuilder extends LabelTable {
  /** Appends a report's classes, in head order. */
  append(classes: readonly LabelClass[]): void;
}

const WIDTH = OBSERVATIONS.length;

/** Makes an empty table that grows: a million reports take 14 MB. */
export function makeLabelTable(): LabelTableBuilder {
  let cells = new Uint8Array(1024 * WIDTH);
  let rowCount = 0;
  return {
    get rowCount() {
      return rowCount;
    },
    append(classes) {
      if (cells.length < (rowCount + 1) * WIDTH) {
        const larger = new Uint8Array(cells.length * 2);
        larger.set(cells);
        cells = larger;
      }
      cells.set(
        classes.map((labelClass) => LABEL_CLASSES.indexOf(labelClass)),
        rowCount * WIDTH,
      );
      rowCount += 1;
    },
    classAt: (row, observation) => LABEL_CLASSES[cells[row * WIDTH + observation] ?? 0] ?? "blank",
  };
}

/** Yields the file: header, then one piece of text per piece of texts. */
export async function* formatPandasLabels(
  texts: AsyncIterable<readonly PandasCell[]> | Iterable<readonly PandasCell[]>,
  labels: LabelTable,
): AsyncGenerator<string> {
  const suffixes = columnSuffixes(labels);
  yield `${[REPORT_COLUMN, ...OBSERVATIONS].join(",")}\n`;
  let row = 0;
  for await (const cells of texts) {
    let piece = "";
    for (const cell of cells) {
      const values = suffixes.map((suffix, observation) => {
        const value = toCsvValue(labels.classAt(row, observation));
        return value === "" ? "" : value + suffix;
      });
      piece += `${quoted(cell ?? "")},${values.join(",")}\n`;
      row += 1;
    }
    yield piece;
  }
}

/** `.0` for each column that has a blank. */
function columnSuffixes(labels: LabelTable): string[] {
  return OBSERVATIONS.map((_, observation) => {
    for (let row = 0; row < labels.rowCount; row += 1) {
      if (labels.classAt(row, observation) === "blank") return ".0";
    }
    return "";
  });
}

/** Python's minimal quoting. A lone CR stays bare, as pandas leaves it on Python up to 3.12. */
function quoted(text: string): string {
  return /[,"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
