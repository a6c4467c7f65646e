import { defineConfig } from "vitest/config";

/**
 * Two projects: `fast` is `npm test` (under a minute), `slow` is the rest of `npm run check`.
 * A slow test lives in a `*.slow.ts` file and may start processes, build tarballs or run for minutes.
 */
export default defineConfig({
  test: {
    reporters: ["default", "./test/support/plain-line-reporter.ts"],
    projects: [
      {
        test: {
          name: "fast",
          include: ["src/**/*.test.ts", "test/**/*.test.ts", "scripts/**/*.test.ts"],
          // No test takes long; a loaded machine must not turn slowness into a failure.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "slow",
          include: ["src/**/*.slow.ts", "test/**/*.slow.ts", "scripts/**/*.slow.ts"],
          testTimeout: 30 * 60_000,
          hookTimeout: 10 * 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
