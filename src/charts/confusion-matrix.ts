/**
 * @file A confusion matrix of one observation, reference in rows, as a small grid of counts.
 */
import * as Plot from "@observablehq/plot";
import { COLORS, renderSvg } from "./svg.ts";

interface Cell {
  readonly row: string;
  readonly column: string;
  readonly count: number;
  /** Share of the row, which is what the shade shows. */
  readonly share: number;
}

/** Draws one matrix. Shades are shares of a row, so that rare classes can be seen beside blank. */
export function confusionMatrixFigure(
  name: string,
  matrix: readonly (readonly number[])[],
  classes: readonly string[],
): string {
  const cells = matrix.flatMap((counts, row) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    return counts.map(
      (count, column): Cell => ({
        row: classes[row] ?? "",
        column: shortName(classes[column] ?? ""),
        count,
        share: total === 0 ? 0 : count / total,
      }),
    );
  });
  return renderSvg(
    {
      width: 250,
      height: 176,
      marginLeft: 66,
      marginTop: 26,
      marginBottom: 6,
      marginRight: 4,
      x: { domain: classes.map(shortName), label: null, axis: "top", tickSize: 0 },
      y: { domain: [...classes], label: null, tickSize: 0 },
      marks: [
        Plot.cell(cells, {
          x: "column",
          y: "row",
          fill: ({ row, column }: Cell) =>
            shortName(row) === column ? COLORS.accent : COLORS.second,
          fillOpacity: ({ share }: Cell) => 0.06 + 0.6 * share,
          inset: 1,
          rx: 3,
        }),
        Plot.text(cells, {
          x: "column",
          y: "row",
          text: ({ count }: Cell) => (count === 0 ? "·" : count.toLocaleString("en-US")),
          fill: ({ count }: Cell) => (count === 0 ? COLORS.muted : COLORS.ink),
          fontVariant: "tabular-nums",
        }),
      ],
    },
    `Confusion matrix of ${name}, reference in rows`,
  );
}

/** Columns are narrower than the names of classes. */
function shortName(name: string): string {
  return name === "blank" ? name : name.slice(0, 3);
}
