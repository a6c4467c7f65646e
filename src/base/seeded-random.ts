/**
 * @file Random numbers from a seed, with a state that can be written down and taken up again.
 *
 * The generator is xoroshiro128+ of the package pure-rand; {@link RANDOM_ALGORITHM} goes into
 * signatures and manifests, because the same seed gives other numbers with another generator.
 */
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus, xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";

/** The name of the algorithm, as written into signatures and manifests. */
export const RANDOM_ALGORITHM = "xoroshiro128plus";

/** A stream of random numbers. Calls advance it. */
export interface SeededRandom {
  /** Returns a whole number in [0, bound). */
  below(bound: number): number;
  /** Returns 32 random bits as a signed number. */
  bits(): number;
  /** Returns a number in [0, 1) with 53 random bits. */
  unit(): number;
  /** Returns the state; {@link seededRandomFromState} goes on from it. */
  state(): readonly number[];
}

/** Starts a stream from a whole-number seed. */
export function seededRandom(seed: number): SeededRandom {
  return wrap(xoroshiro128plus(seed));
}

/** Goes on from a state that {@link SeededRandom.state} returned. */
export function seededRandomFromState(state: readonly number[]): SeededRandom {
  return wrap(xoroshiro128plusFromState(state));
}

function wrap(generator: ReturnType<typeof xoroshiro128plus>): SeededRandom {
  return {
    below: (bound) => uniformInt(generator, 0, bound - 1),
    bits: () => generator.next(),
    unit: () => {
      const high = generator.next() >>> 5; // 27 bits
      const low = generator.next() >>> 6; // 26 bits
      return (high * 2 ** 26 + low) / 2 ** 53;
    },
    state: () => generator.getState(),
  };
}
