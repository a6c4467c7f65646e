/**
 * @file A forest plot: one value with its interval per line.
 */
import * as Plot from "@observablehq/plot";
import { COLORS, renderSvg } from "./svg.ts";

export interface ForestLine {
  readonly label: string;
  /** NaN leaves the line empty. */
  readonly value: number;
  readonly lower?: number;
  readonly upper?: number;
  /** Averages are drawn in the second color, below the observations. */
  readonly isAverage?: boolean;
  /** Labels with little support are drawn hollow. */
  readonly isWeak?: boolean;
}

export interface ForestOptions {
  /** Name of the axis, for example `weighted F1`. */
  readonly axis: string;
  /** @default from 0 to 1 */
  readonly domain?: readonly [number, number];
}

/** Draws the lines in the given order. */
export function forestPlot(lines: readonly ForestLine[], options: ForestOptions): string {
  const { axis, domain = [0, 1] } = options;
  const drawn = lines.filter(({ value }) => !Number.isNaN(value));
  const ranged = drawn.filter(
    ({ lower, upper }) => Number.isFinite(lower) && Number.isFinite(upper),
  );
  const color = ({ isAverage }: ForestLine) => (isAverage === true ? COLORS.second : COLORS.accent);
  return renderSvg(
    {
      width: 860,
      height: 54 + 24 * lines.length,
      marginLeft: 184,
      marginRight: 140,
      marginTop: 8,
      marginBottom: 46,
      x: { domain: [...domain], label: axis, labelAnchor: "center", labelArrow: "none", ticks: 5 },
      y: { domain: lines.map(({ label }) => label), label: null, tickSize: 0, padding: 0.4 },
      marks: [
        Plot.gridX({ stroke: COLORS.grid, strokeOpacity: 1, ticks: 5 }),
        Plot.ruleX([domain[0]], { stroke: COLORS.muted }),
        Plot.link(ranged, {
          x1: "lower",
          x2: "upper",
          y1: "label",
          y2: "label",
          stroke: color,
          strokeWidth: 2.5,
          strokeLinecap: "round",
          strokeOpacity: 0.55,
        }),
        Plot.dot(drawn, {
          x: "value",
          y: "label",
          r: 4.5,
          stroke: color,
          strokeWidth: 2,
          fill: (line: ForestLine) => (line.isWeak === true ? "var(--paper)" : color(line)),
        }),
        Plot.text(lines, {
          y: "label",
          text: describeLine,
          frameAnchor: "right",
          dx: 132,
          textAnchor: "end",
          fill: COLORS.ink,
          fontVariant: "tabular-nums",
        }),
      ],
    },
    `Forest plot of ${axis} with intervals, ${lines.length} lines`,
  );
}

function describeLine({ value, lower, upper }: ForestLine): string {
  if (Number.isNaN(value)) return "undefined";
  const fixed = (x: number) => x.toFixed(3).replace("0.", ".");
  if (!Number.isFinite(lower) || !Number.isFinite(upper)) return fixed(value);
  return `${fixed(value)} [${fixed(lower ?? 0)}, ${fixed(upper ?? 0)}]`;
}
