/**
 * @file The risk–coverage curve: errors left when only the most probable labels are kept.
 */
import * as Plot from "@observablehq/plot";
import type { RiskCoveragePoint } from "../metrics/probabilities/risk-coverage.ts";
import { COLORS, renderSvg } from "./svg.ts";

/** A page needs no more points than it has pixels. */
const MOST_POINTS = 400;

/** Draws the curve from the most confident label to all labels. */
export function riskCoveragePlot(points: readonly RiskCoveragePoint[]): string {
  const step = Math.max(1, Math.ceil(points.length / MOST_POINTS));
  const shown = points.filter((_, index) => index % step === 0 || index === points.length - 1);
  // The first few labels swing between 0 and 1; the axis follows what comes after them.
  const steady = shown.filter(({ coverage }) => 0.02 <= coverage);
  const highest = Math.max(0.01, ...steady.map(({ risk }) => risk));
  return renderSvg(
    {
      width: 400,
      height: 340,
      marginLeft: 52,
      marginBottom: 42,
      marginRight: 20,
      x: {
        domain: [0, 1],
        label: "coverage: share of labels kept",
        labelAnchor: "center",
        labelArrow: "none",
        ticks: 5,
      },
      y: {
        domain: [0, Math.min(1, highest * 1.2)],
        clamp: true,
        label: "risk: share wrong among them",
        labelAnchor: "center",
        labelArrow: "none",
        ticks: 5,
      },
      marks: [
        Plot.gridX({ stroke: COLORS.grid, strokeOpacity: 1, ticks: 5 }),
        Plot.gridY({ stroke: COLORS.grid, strokeOpacity: 1, ticks: 5 }),
        Plot.areaY(shown, {
          x: "coverage",
          y: "risk",
          curve: "step-after",
          fill: COLORS.accent,
          fillOpacity: 0.12,
        }),
        Plot.line(shown, {
          x: "coverage",
          y: "risk",
          curve: "step-after",
          stroke: COLORS.accent,
          strokeWidth: 2,
        }),
      ],
    },
    "Risk against coverage: share of wrong labels when only the most probable are kept",
  );
}
