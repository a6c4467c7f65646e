/**
 * @file Wilson's interval for a share [Wilson1927].
 */
import { normalQuantile } from "./normal.ts";

/** Returns the bounds for `successes` out of `trials`; NaN without trials. */
export function wilsonInterval(
  successes: number,
  trials: number,
  level = 0.95,
): { readonly lower: number; readonly upper: number } {
  const z = normalQuantile((1 + level) / 2);
  const share = successes / trials;
  const scale = 1 + z ** 2 / trials;
  const center = (share + z ** 2 / (2 * trials)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2));
  return {
    lower: successes === 0 ? 0 : Math.max(0, center - half),
    upper: successes === trials ? 1 : Math.min(1, center + half),
  };
}
