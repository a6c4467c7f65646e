/**
 * @file An explained report on a terminal: the marked text, then a table of labels.
 */
import { stripVTControlCharacters, styleText } from "node:util";
import Table from "cli-table3";
import type { LabelClass } from "../../labels/label-class.ts";
import { classPainter } from "../terminal/class-style.ts";
import { visibleText } from "../terminal/visible-text.ts";
import { type ExplainedReport, ruledOut, splitLabels } from "./explained-report.ts";
import { CLASS_SIGNS, markText, signsOf, type TextPiece } from "./marked-text.ts";

const LEGEND = "[+positive] [−negative] [?uncertain] {words that decide}";

export interface TerminalStyle {
  readonly isColorOn: boolean;
  readonly width: number;
}

/** Formats an explained report; ends with a line break. */
export function formatExplanation(
  report: ExplainedReport,
  { isColorOn, width }: TerminalStyle,
): string {
  const paint = classPainter(isColorOn);
  const bold = (text: string) => (isColorOn ? forced("bold", text) : text);
  const pieces = markText(report.text, report.labels, report.observations);
  const { given, blank } = splitLabels(report);
  const text = pieces.map((piece) => formatPiece(piece, paint, isColorOn)).join("");
  const sections = [
    ...(report.row === undefined
      ? []
      : [bold(`Row ${report.row}, id ${visibleText(report.id ?? "")}`)]),
    report.text.trim() === "" ? "(no text)" : text.trimEnd(),
    ...(given.some(({ label }) => label.evidence?.length) ? [LEGEND] : []),
    formatTable(report, paint, width),
    ...(blank.length === 0 ? [] : [`Blank: ${blank.join(", ")}`]),
  ];
  return `${sections.join("\n\n")}\n`;
}

function formatPiece(
  piece: TextPiece,
  paint: (labelClass: LabelClass, text: string) => string,
  isColorOn: boolean,
): string {
  const words = visibleText(piece.text);
  if (piece.kind === "plain") return words;
  if (piece.kind === "cue") {
    return isColorOn ? `{${forced("underline", words)}}` : `{${words}}`;
  }
  const [first] = piece.mentions;
  return paint(first?.class ?? "blank", `[${signsOf(piece.mentions)}${words}]`);
}

function formatTable(
  report: ExplainedReport,
  paint: (labelClass: LabelClass, text: string) => string,
  width: number,
): string {
  const { given } = splitLabels(report);
  if (given.length === 0) return "No label but blank.";
  const rows = given.flatMap(({ observation, label }) => {
    const signed = `${CLASS_SIGNS[label.class]} ${label.class}`;
    const evidence = label.evidence ?? [];
    const head = [observation, paint(label.class, signed)];
    if (evidence.length === 0) return [[...head, "", "", ""]];
    const remark = ruledOut({ observation, label });
    if (remark !== undefined) return [[...head, "", "", remark]];
    return evidence.map(({ mention, cue, ruleId, class: argued }, i) => [
      ...(i === 0 ? head : ["", ""]),
      words(report.text, mention),
      cue === undefined ? "" : words(report.text, cue),
      `${ruleId}${argued === label.class ? "" : ` (${CLASS_SIGNS[argued]})`}`,
    ]);
  });
  const head = ["observation", "label", "mention", "cue", "rule"];
  const table = new Table({
    head,
    colWidths: columnWidths([head, ...rows], width),
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  for (const row of rows) table.push(row);
  return table.toString();
}

/** As wide as the cells; when that is too wide for the terminal, mentions and cues are wrapped. */
function columnWidths(rows: readonly (readonly string[])[], width: number): number[] {
  const natural = (rows[0] ?? []).map(
    (_, i) => 2 + Math.max(...rows.map((row) => stripVTControlCharacters(row[i] ?? "").length)),
  );
  const borders = natural.length + 1;
  const excess = natural.reduce((sum, one) => sum + one, borders) - width;
  const wrapped = [2, 3];
  return natural.map((one, i) => {
    if (excess <= 0 || !wrapped.includes(i)) return one;
    const longestWord = Math.max(
      ...rows.flatMap((row) => (row[i] ?? "").split(" ")).map((word) => word.length),
    );
    return Math.min(one, Math.max(longestWord + 2, one - Math.ceil(excess / 2)));
  });
}

function words(text: string, span: { readonly start: number; readonly end: number }): string {
  return visibleText(text.slice(span.start, span.end)).replaceAll(/\s+/g, " ");
}

function forced(style: "bold" | "underline", text: string): string {
  return styleText(style, text, { validateStream: false });
}
