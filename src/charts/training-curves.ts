/**
 * @file Figures of a training run: the loss, the agreement with the dev set, and the same per
 * observation.
 */
import * as Plot from "@observablehq/plot";
import { COLORS, renderSvg } from "./svg.ts";

/** A value at a step. */
export interface CurvePoint {
  readonly step: number;
  readonly value: number;
}

export interface Curve {
  readonly name: string;
  readonly points: readonly CurvePoint[];
}

export interface CurvesOptions {
  /** Name of the vertical axis. */
  readonly label: string;
  readonly description: string;
  /** Fixed ends of the vertical axis. @default those of the data */
  readonly domain?: readonly [number, number];
}

/** Draws up to two curves over the steps of a run, each named at its end. */
export function trainingCurves(curves: readonly Curve[], options: CurvesOptions): string {
  const strokes = [COLORS.accent, COLORS.second];
  const ends = curves.flatMap(({ name, points }, i) => {
    const last = points.at(-1);
    return last === undefined ? [] : [{ ...last, name, stroke: strokes[i % 2] ?? COLORS.ink }];
  });
  return renderSvg(
    {
      width: 720,
      height: 300,
      marginLeft: 52,
      marginRight: 110,
      marginBottom: 40,
      x: { label: "step", labelAnchor: "center", labelArrow: "none" },
      y: {
        label: options.label,
        labelAnchor: "center",
        labelArrow: "none",
        zero: options.domain === undefined,
        ...(options.domain === undefined ? {} : { domain: [...options.domain] }),
      },
      marks: [
        Plot.gridY({ stroke: COLORS.grid, strokeOpacity: 1 }),
        ...curves.map(({ points }, i) =>
          Plot.line(points, {
            x: "step",
            y: "value",
            stroke: strokes[i % 2] ?? COLORS.ink,
            strokeWidth: 2,
            strokeDasharray: i === 0 ? "none" : "5 3",
          }),
        ),
        Plot.dot(ends, { x: "step", y: "value", fill: "stroke", r: 3 }),
        // Apart, for curves that end at the same height.
        ...ends.map((end, i) =>
          Plot.text([end], {
            x: "step",
            y: "value",
            text: "name",
            fill: COLORS.ink,
            textAnchor: "start",
            dx: 8,
            dy: i === 0 ? -7 : 7,
          }),
        ),
      ],
    },
    options.description,
  );
}

/** Draws one small figure per observation, all on the same axes. */
export function observationCurves(curves: readonly Curve[], description: string): string {
  const points = curves.flatMap(({ name, points: own }, index) =>
    own.map((point) => ({
      ...point,
      name,
      column: index % COLUMNS,
      row: Math.floor(index / COLUMNS),
    })),
  );
  const names = curves.map(({ name }, index) => ({
    name,
    column: index % COLUMNS,
    row: Math.floor(index / COLUMNS),
  }));
  return renderSvg(
    {
      width: 900,
      height: 130 * Math.ceil(curves.length / COLUMNS) + 60,
      marginLeft: 40,
      marginBottom: 36,
      x: { label: "step", labelAnchor: "center", labelArrow: "none", ticks: 3 },
      y: { domain: [0, 1], label: null, ticks: 3 },
      fx: { axis: null },
      // Room for the names between rows.
      fy: { axis: null, padding: 0.3 },
      marks: [
        Plot.gridY({ stroke: COLORS.grid, strokeOpacity: 1, ticks: 3 }),
        Plot.line(points, {
          x: "step",
          y: "value",
          fx: "column",
          fy: "row",
          stroke: COLORS.accent,
          strokeWidth: 2,
        }),
        Plot.dot(points, {
          x: "step",
          y: "value",
          fx: "column",
          fy: "row",
          fill: COLORS.accent,
          r: 2,
        }),
        Plot.text(names, {
          text: "name",
          fx: "column",
          fy: "row",
          frameAnchor: "top",
          dy: -10,
          fill: COLORS.ink,
        }),
      ],
    },
    description,
  );
}

const COLUMNS = 4;
