/**
 * @file Ways in which a file can be damaged or hostile, for fast-check.
 */
import fc from "fast-check";

/** A change of some bytes of a file. */
export type Mutation = (bytes: Uint8Array) => Uint8Array;

/** Values that lengths, counts and offsets break at. */
const EDGE_VALUES = [0, 1, 0x7f, 0x80, 0xff];

/** Mutations aimed anywhere and, more often, at the parts of a file that steer its reader. */
export function mutations(hotspots: readonly number[]): fc.Arbitrary<Mutation> {
  const position = fc.oneof(
    fc
      .double({ min: 0, max: 1, noNaN: true })
      .map((share) => (size: number) => Math.floor(share * (size - 1))),
    fc.tuple(fc.constantFrom(...hotspots), fc.nat(600)).map(
      ([start, offset]) =>
        (size: number) =>
          ((start < 0 ? size + start : start) + offset) % size,
    ),
  );
  const flip = fc.tuple(position, fc.integer({ min: 1, max: 255 })).map(
    ([at, mask]): Mutation =>
      (bytes) => {
        const changed = bytes.slice();
        const index = at(bytes.length);
        changed[index] = (changed[index] ?? 0) ^ mask;
        return changed;
      },
  );
  const fill = fc
    .tuple(position, fc.integer({ min: 1, max: 9 }), fc.constantFrom(...EDGE_VALUES))
    .map(
      ([at, length, value]): Mutation =>
        (bytes) => {
          const start = at(bytes.length);
          return bytes.slice().fill(value, start, start + length);
        },
    );
  const truncate = position.map(
    (at): Mutation =>
      (bytes) =>
        bytes.slice(0, at(bytes.length)),
  );
  const copy = fc.tuple(position, position, fc.integer({ min: 1, max: 64 })).map(
    ([from, to, length]): Mutation =>
      (bytes) => {
        const start = from(bytes.length);
        return bytes.slice().copyWithin(to(bytes.length), start, start + length);
      },
  );
  const remove = fc.tuple(position, fc.integer({ min: 1, max: 16 })).map(
    ([at, length]): Mutation =>
      (bytes) => {
        const start = at(bytes.length);
        return Uint8Array.from([...bytes.subarray(0, start), ...bytes.subarray(start + length)]);
      },
  );
  const one = fc.oneof(flip, fill, truncate, copy, remove);
  return fc.array(one, { minLength: 1, maxLength: 4 }).map(
    (list): Mutation =>
      (bytes) =>
        list.reduce((changed, mutate) => (changed.length === 0 ? changed : mutate(changed)), bytes),
  );
}
