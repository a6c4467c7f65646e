/**
 * @file Runs Observable Plot outside of a browser and returns SVG text.
 *
 * Colors are CSS variables of the page, so one figure serves the light and the dark scheme.
 */
import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";

/** Options of a figure, without the document that this file supplies. */
export type FigureOptions = Omit<Plot.PlotOptions, "document" | "figure">;

/** CSS variables that a page with figures defines. */
export const COLORS = {
  ink: "var(--ink)",
  muted: "var(--muted)",
  grid: "var(--grid)",
  accent: "var(--accent)",
  second: "var(--second)",
} as const;

/** A figure as SVG text, with a sentence for those who cannot see it. */
export function renderSvg(options: FigureOptions, description: string): string {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const element = Plot.plot({
    ...options,
    document,
    figure: false,
    style: { background: "transparent", color: COLORS.ink, fontSize: "12px", overflow: "visible" },
    ariaLabel: description,
  });
  element.setAttribute("role", "img");
  return element.outerHTML;
}
