/**
 * @file An explained report on a terminal: the marked text, then a table of labels.
 */
import { styleText } from "node:util";
import type { LabelClass } from "../../labels/label-class.ts";
import { classPainter } from "../terminal/class-style.ts";
import { visibleText } from "../terminal/visible-text.ts";
import { formatTable, type TerminalStyle, words } from "./explain-table.ts";
import {
  comparisonOf,
  type ExplainedReport,
  RULES_TITLE,
  readByRules,
  ruledOut,
  splitLabels,
} from "./explained-report.ts";
import { CLASS_SIGNS, markText, signsOf, type TextPiece } from "./marked-text.ts";
import { modelParagraphs } from "./model-terminal.ts";

const LEGEND = "[+positive] [−negative] [?uncertain] {words that decide}";

/** Formats an explained report; ends with a line break. */
export function formatExplanation(report: ExplainedReport, style: TerminalStyle): string {
  const { isColorOn } = style;
  const bold = (text: string) => (isColorOn ? forced("bold", text) : text);
  const { blank } = splitLabels(report);
  const byRules = readByRules(report);
  const comparison = comparisonOf(report);
  const paragraphs = [
    ...(report.row === undefined
      ? []
      : [bold(`Row ${report.row}, id ${visibleText(report.id ?? "")}`)]),
    ...(report.attributions === undefined
      ? ruleParagraphs(report, style)
      : modelParagraphs(report, report.attributions, style)),
    ...(blank.length === 0 ? [] : [`Blank: ${blank.join(", ")}`]),
    ...(comparison === undefined ? [] : [comparison]),
    ...(byRules === undefined ? [] : [bold(RULES_TITLE), ...ruleParagraphs(byRules, style)]),
  ];
  return `${paragraphs.join("\n\n")}\n`;
}

function ruleParagraphs(
  report: ExplainedReport,
  { isColorOn, width }: TerminalStyle,
): readonly string[] {
  const paint = classPainter(isColorOn);
  const pieces = markText(report.text, report.labels, report.observations);
  const text = pieces.map((piece) => formatPiece(piece, paint, isColorOn)).join("");
  const { given } = splitLabels(report);
  return [
    report.text.trim() === "" ? "(no text)" : text.trimEnd(),
    ...(given.some(({ label }) => label.evidence?.length) ? [LEGEND] : []),
    formatLabels(report, paint, width),
  ];
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

function formatLabels(
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
  return formatTable(rows, { head, wrapped: [2, 3], width });
}

function forced(style: "bold" | "underline", text: string): string {
  return styleText(style, text, { validateStream: false });
}
