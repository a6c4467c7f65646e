/**
 * @file A reliability diagram: how often labels of a given probability are right.
 */
import * as Plot from "@observablehq/plot";
import type { ReliabilityBin } from "../metrics/probabilities/calibration.ts";
import { COLORS, renderSvg } from "./svg.ts";

/** Draws one dot per bin that holds labels; a dot's area is the share of labels in it. */
export function reliabilityDiagram(bins: readonly ReliabilityBin[]): string {
  const filled = bins.filter(({ count }) => 0 < count);
  return renderSvg(
    {
      width: 400,
      height: 340,
      marginLeft: 48,
      marginBottom: 42,
      marginRight: 20,
      x: {
        domain: [0, 1],
        label: "probability of the label",
        labelAnchor: "center",
        labelArrow: "none",
        ticks: 5,
      },
      y: {
        domain: [0, 1],
        label: "share correct",
        labelAnchor: "center",
        labelArrow: "none",
        ticks: 5,
      },
      r: { range: [3, 14] },
      marks: [
        Plot.gridX({ stroke: COLORS.grid, strokeOpacity: 1, ticks: 5 }),
        Plot.gridY({ stroke: COLORS.grid, strokeOpacity: 1, ticks: 5 }),
        Plot.link([0], {
          x1: 0,
          y1: 0,
          x2: 1,
          y2: 1,
          stroke: COLORS.muted,
          strokeDasharray: "4 4",
        }),
        Plot.line(filled, {
          x: "meanConfidence",
          y: "shareCorrect",
          stroke: COLORS.accent,
          strokeWidth: 2,
        }),
        Plot.dot(filled, {
          x: "meanConfidence",
          y: "shareCorrect",
          r: "count",
          fill: COLORS.accent,
          fillOpacity: 0.75,
          stroke: "var(--paper)",
        }),
      ],
    },
    "Reliability diagram: share of correct labels against their probability",
  );
}
