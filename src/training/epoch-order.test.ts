import fc from "fast-check";
import { expect, test } from "vitest";
import { fileOrder, shuffledOrder } from "./epoch-order.ts";

test("an order holds every report once", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.nat(), (count, seed) => {
      expect(shuffledOrder(count, seed, 1).toSorted()).toEqual(fileOrder(count));
    }),
  );
});

test("epochs and seeds have orders of their own, and the same one again", () => {
  const order = shuffledOrder(100, 1, 1);

  expect(shuffledOrder(100, 1, 1)).toEqual(order);
  expect(shuffledOrder(100, 1, 2)).not.toEqual(order);
  expect(shuffledOrder(100, 2, 1)).not.toEqual(order);
});
