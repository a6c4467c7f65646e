/**
 * @file The input of the drop-in commands: a CSV file, read as pandas reads it, as often as needed.
 */
import { type PandasCell, readPandasReports } from "../../reports/pandas-reports.ts";
import { openFileSource } from "../../reports/report-source.ts";

export interface PandasInput {
  /** Whether `read` gives the same every time: a pipe can be read once. */
  readonly isRereadable: boolean;
  /** Reads the cells of the report column from the start of the file. */
  read(): AsyncGenerator<readonly PandasCell[]>;
}

/** Checks that there is a file. `name` is how the user gave it. */
export async function openPandasInput(path: string, name: string): Promise<PandasInput> {
  const source = await openFileSource(path, name);
  return {
    isRereadable: source.byteCount !== undefined,
    read: () => readPandasReports(name, source.read(0)),
  };
}

/** Fidelity F14: a missing cell is an empty report. */
export function toText(cell: PandasCell): string {
  return cell ?? "";
}
