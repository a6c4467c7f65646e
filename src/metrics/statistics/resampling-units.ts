/**
 * @file What is drawn in a resampling: a report, or all reports of a patient together.
 */

/** Reports grouped into units: unit u holds `reports[starts[u]]` to `reports[starts[u + 1] - 1]`. */
export interface ResamplingUnits {
  readonly count: number;
  readonly starts: Int32Array;
  readonly reports: Int32Array;
}

/** Makes every report a unit. */
export function reportUnits(reportCount: number): ResamplingUnits {
  const all = Int32Array.from({ length: reportCount + 1 }, (_, index) => index);
  return { count: reportCount, starts: all, reports: all.subarray(0, reportCount) };
}

/** Makes a unit of all reports with the same cluster name, in order of first appearance. */
export function clusterUnits(clusters: readonly string[]): ResamplingUnits {
  const members = new Map<string, number[]>();
  for (const [report, cluster] of clusters.entries()) {
    const list = members.get(cluster);
    if (list === undefined) members.set(cluster, [report]);
    else list.push(report);
  }
  const starts = new Int32Array(members.size + 1);
  let unit = 0;
  for (const list of members.values()) {
    starts[unit + 1] = (starts[unit] ?? 0) + list.length;
    unit += 1;
  }
  return { count: members.size, starts, reports: Int32Array.from([...members.values()].flat()) };
}
