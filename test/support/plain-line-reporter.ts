import type { Reporter, TestCase, TestModule } from "vitest/node";

/** Closes a run with one line that any script can read: `412 passed, 0 failed`. */
export default class PlainLineReporter implements Reporter {
  #passed = 0;
  #failed = 0;

  onTestCaseResult(testCase: TestCase): void {
    const { state } = testCase.result();
    if (state === "passed") this.#passed += 1;
    if (state === "failed") this.#failed += 1;
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    // A file that cannot be loaded has no test cases, yet it is a failure.
    const brokenModules = modules.filter(
      (module) => module.state() === "failed" && module.errors().length > 0,
    );
    const failed = this.#failed + brokenModules.length + unhandled.length;
    process.stdout.write(`${this.#passed} passed, ${failed} failed\n`);
  }
}
