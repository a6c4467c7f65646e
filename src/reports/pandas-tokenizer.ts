/**
 * @file CSV rows exactly as the C parser of pandas cuts them with its default options.
 *
 * It differs from RFC 4180 readers: lines of nothing but blanks and tabs vanish, a bare CR ends a
 * row, quotes count only at the start of a field, and text after a closing quote joins the field.
 * Source: observed behavior of pandas 1.5.3 and 3.1 [chexbert.md §3.1].
 */
import { InputError } from "../base/errors.ts";
import { MAX_RECORD_BYTES } from "./record-blocks.ts";

export interface PandasTokenizer {
  /** Takes the next piece of the file; returns the rows that are complete. */
  push(text: string): string[][];
  /** Returns the last row, when the file does not end with a line break. */
  end(): string[][];
}

type State = "rowStart" | "blankLine" | "fieldStart" | "inField" | "inQuotes" | "quoteInQuotes";

interface Machine {
  state: State;
  field: string;
  row: string[];
  rows: string[][];
  /** What the last character belongs to, when it was a CR: an LF after it is part of it. */
  carriageReturn: "none" | "endOfRow" | "endOfBlankLine";
}

/** Characters that end a run of plain ones, by state. */
const PLAIN_RUN = /[^,\r\n]*/y;
const BLANK_RUN = /[ \t]*/y;
const QUOTED_RUN = /[^"]*/y;

/** Makes a tokenizer for one file. */
export function makePandasTokenizer(fileName: string): PandasTokenizer {
  const machine: Machine = {
    state: "rowStart",
    field: "",
    row: [],
    rows: [],
    carriageReturn: "none",
  };
  const takeRows = () => {
    const { rows } = machine;
    machine.rows = [];
    return rows;
  };
  return {
    push(text) {
      for (let at = 0; at < text.length; ) at = step(machine, text, at);
      if (MAX_RECORD_BYTES < machine.field.length) throw cellTooLong(fileName);
      return takeRows();
    },
    end() {
      if (machine.state === "inQuotes") throw unclosedQuote(fileName, machine);
      if (machine.state !== "rowStart" && machine.state !== "blankLine") endRow(machine);
      return takeRows();
    },
  };
}

/** Consumes at least one character, or changes the state; returns the next position. */
function step(machine: Machine, text: string, at: number): number {
  const character = text[at];
  if (machine.carriageReturn !== "none") {
    // pandas also swallows a comma here when the CR ended a blank line.
    const isSwallowed = character === "," && machine.carriageReturn === "endOfBlankLine";
    machine.carriageReturn = "none";
    if (character === "\n" || isSwallowed) return at + 1;
  }
  switch (machine.state) {
    case "rowStart":
      return startRow(machine, text, at);
    case "blankLine":
      return continueBlankLine(machine, text, at);
    case "fieldStart":
      machine.state = character === '"' ? "inQuotes" : "inField";
      return character === '"' ? at + 1 : at;
    case "inField":
      return continueField(machine, text, at);
    case "inQuotes":
      return continueQuotes(machine, text, at);
    case "quoteInQuotes":
      if (character === '"') {
        machine.field += '"';
        machine.state = "inQuotes";
        return at + 1;
      }
      machine.state = "inField";
      return at;
    default:
      return machine.state satisfies never;
  }
}

function startRow(machine: Machine, text: string, at: number): number {
  if (isLineBreak(text[at])) {
    if (text[at] === "\r") machine.carriageReturn = "endOfBlankLine";
    return at + 1;
  }
  machine.state = text[at] === " " || text[at] === "\t" ? "blankLine" : "fieldStart";
  return at;
}

/** The blanks are kept aside: they belong to the first field if anything follows them. */
function continueBlankLine(machine: Machine, text: string, at: number): number {
  const end = endOfRun(BLANK_RUN, text, at);
  machine.field += text.slice(at, end);
  if (end === text.length) return end;
  if (!isLineBreak(text[end])) {
    machine.state = "inField";
    return end;
  }
  machine.field = "";
  machine.state = "rowStart";
  if (text[end] === "\r") machine.carriageReturn = "endOfBlankLine";
  return end + 1;
}

function continueField(machine: Machine, text: string, at: number): number {
  const end = endOfRun(PLAIN_RUN, text, at);
  machine.field += text.slice(at, end);
  if (end === text.length) return end;
  if (text[end] === ",") {
    machine.row.push(machine.field);
    machine.field = "";
    machine.state = "fieldStart";
    return end + 1;
  }
  endRow(machine);
  if (text[end] === "\r") machine.carriageReturn = "endOfRow";
  return end + 1;
}

function continueQuotes(machine: Machine, text: string, at: number): number {
  const end = endOfRun(QUOTED_RUN, text, at);
  machine.field += text.slice(at, end);
  if (end === text.length) return end;
  machine.state = "quoteInQuotes";
  return end + 1;
}

function endRow(machine: Machine): void {
  machine.row.push(machine.field);
  machine.rows.push(machine.row);
  machine.row = [];
  machine.field = "";
  machine.state = "rowStart";
}

function endOfRun(run: RegExp, text: string, at: number): number {
  run.lastIndex = at;
  run.test(text);
  return run.lastIndex;
}

function isLineBreak(character: string | undefined): boolean {
  return character === "\n" || character === "\r";
}

/** A wrong file, such as a device without an end, would fill the memory. */
function cellTooLong(file: string): InputError {
  return new InputError(
    "RECORD_TOO_LONG",
    `Expected at most ${MAX_RECORD_BYTES} characters in a cell of ${file}, got more`,
    { hint: "Check that the file is a table, and its quotes", place: { file } },
  );
}

function unclosedQuote(fileName: string, { rows }: Machine): InputError {
  return new InputError(
    "CSV_UNCLOSED_QUOTE",
    `Expected a closing quote before the end of ${fileName}, got none`,
    {
      hint: "Look for a field that starts with a quote",
      place: { file: fileName, row: rows.length },
    },
  );
}
