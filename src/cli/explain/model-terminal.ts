/**
 * @file Model evidence on a terminal: the text with what the labels miss, then a table of labels.
 */
import { styleText } from "node:util";
import { classPainter } from "../terminal/class-style.ts";
import { visibleText } from "../terminal/visible-text.ts";
import { formatTable, type TerminalStyle, words } from "./explain-table.ts";
import { type ExplainedReport, percentOf, splitLabels } from "./explained-report.ts";
import { CLASS_SIGNS } from "./marked-text.ts";
import {
  type AttributionsByName,
  MODEL_EVIDENCE_TITLE,
  MOST_SHOWN,
  points,
  type ShadedPiece,
  shadeText,
  telling,
  times,
} from "./shaded-text.ts";

const LEGEND = "<words ↓N>: without them a probability falls by N points";
const REPEATS = "×2: said twice, and measured where the other clause is gone";

/** The paragraphs about a model's labels. */
export function modelParagraphs(
  report: ExplainedReport,
  attributions: AttributionsByName,
  style: TerminalStyle,
): readonly string[] {
  const paint = classPainter(style.isColorOn);
  const { given } = splitLabels(report);
  const all = Object.values(attributions).flat();
  const text = shadeText(report.text, attributions)
    .map((piece) => formatPiece(piece, style))
    .join("");
  const rows = given.flatMap(({ observation, label }) => {
    const signed = paint(label.class, `${CLASS_SIGNS[label.class]} ${label.class}`);
    const cells = [observation, signed, percentOf(label)];
    const shown = telling(attributions[observation] ?? []).slice(0, MOST_SHOWN);
    if (shown.length === 0) return [[...cells, "(none is missed)", "", ""]];
    return shown.map((one, i) => [
      ...(i === 0 ? cells : ["", "", ""]),
      words(report.text, one),
      `−${points(one)}${times(one)}`,
      `${CLASS_SIGNS[one.classWithout]} ${one.classWithout}`,
    ]);
  });
  const head = ["observation", "label", "probability", "words", "points", "without them"];
  return [
    MODEL_EVIDENCE_TITLE,
    report.text.trim() === "" ? "(no text)" : text.trimEnd(),
    ...(all.length === 0 ? [] : [LEGEND]),
    rows.length === 0
      ? "No label but blank."
      : formatTable(rows, { head, wrapped: [3], width: style.width }),
    ...(all.some(({ repeats }) => repeats !== undefined) ? [REPEATS] : []),
  ];
}

function formatPiece({ text, missedBy }: ShadedPiece, { isColorOn }: TerminalStyle): string {
  const shown = visibleText(text);
  const [most] = missedBy;
  if (most === undefined || text.trim() === "") return shown;
  const marked = isColorOn ? styleText("underline", shown, { validateStream: false }) : shown;
  return `<${marked} ↓${points(most.attribution)}>`;
}
