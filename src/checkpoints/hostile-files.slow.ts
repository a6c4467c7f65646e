import { expect, test } from "vitest";
import { checkMutations, READER_FILES } from "../../test/support/hostile-checkpoints.ts";

test.each(READER_FILES)(
  "10,000 damaged copies of %s give values or format errors, in bounded memory",
  async (name, hotspots) => {
    await checkMutations(name, hotspots, 10_000);

    expect(process.memoryUsage().rss).toBeLessThan(1e9);
  },
);
