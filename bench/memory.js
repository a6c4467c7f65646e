/**
 * @file What a process holds in memory, from /proc (Linux only).
 */
import { readFileSync } from "node:fs";

/** Megabytes: resident now, resident at the peak, and this process's share of pages it shares. */
export function memoryOf(pid = "self") {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  return {
    residentMb: kilobytes(status, "VmRSS") / 1024,
    peakMb: kilobytes(status, "VmHWM") / 1024,
    proportionalMb: kilobytes(rollup, "Pss") / 1024,
  };
}

function kilobytes(text, field) {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(text)?.[1] ?? Number.NaN);
}
