/**
 * @file Progress on stderr: a bar on a terminal, plain lines, JSON lines, or nothing.
 */
import type { CommandContext } from "../context.ts";
import { formatDuration } from "./duration.ts";

export interface ProgressFacts {
  readonly done: number;
  /** Shown beside the numbers, for example `1 empty`. */
  readonly remark: string;
}

export interface Progress extends AsyncDisposable {
  update(facts: ProgressFacts): void;
}

/** Starts to show progress; `total` is unknown for a stream. */
export async function startProgress(
  context: CommandContext,
  total: number | undefined,
  startAt: number,
): Promise<Progress> {
  const { progress } = context.settings;
  if (progress === "bar" && total !== undefined) return barProgress(context, total, startAt);
  if (progress === "json") return jsonProgress(context, total, startAt);
  if (progress === "plain" && total !== undefined) return plainProgress(context, total, startAt);
  return { update: () => {}, [Symbol.asyncDispose]: async () => {} };
}

async function barProgress(
  context: CommandContext,
  total: number,
  startAt: number,
): Promise<Progress> {
  const { default: cliProgress } = await import("cli-progress");
  const bar = new cliProgress.SingleBar(
    {
      stream: context.stderr as NodeJS.WritableStream,
      format: "{bar} {percentage}% | {value}/{total} | {rate} reports/s | {left} left {remark}",
      hideCursor: true,
      clearOnComplete: true,
      stopOnComplete: true,
      // The library's own listeners would end the process before the batch is saved.
      gracefulExit: false,
    },
    cliProgress.Presets.shades_classic,
  );
  const clock = rateClock(context, startAt);
  bar.start(total, startAt, { rate: "–", left: "–", remark: "" });
  return {
    update({ done, remark }) {
      const { rate, secondsLeft } = clock(done, total);
      const shown = remark === "" ? "" : `| ${remark}`;
      bar.update(done, {
        rate: Math.round(rate),
        left: formatDuration(secondsLeft),
        remark: shown,
      });
    },
    [Symbol.asyncDispose]: async () => bar.stop(),
  };
}

/** A line every ten percent. */
function plainProgress(context: CommandContext, total: number, startAt: number): Progress {
  const clock = rateClock(context, startAt);
  let shownTenths = Math.floor((10 * startAt) / Math.max(1, total));
  return {
    update({ done, remark }) {
      const tenths = Math.floor((10 * done) / Math.max(1, total));
      if (tenths <= shownTenths) return;
      shownTenths = tenths;
      const { rate, secondsLeft } = clock(done, total);
      const parts = [
        `${tenths * 10} %`,
        `${done}/${total}`,
        `${Math.round(rate)} reports/s`,
        `${formatDuration(secondsLeft)} left`,
      ];
      context.stderr.write(`${[...parts, remark].filter(Boolean).join(", ")}\n`);
    },
    [Symbol.asyncDispose]: async () => {},
  };
}

/** A JSON line at most once a second, and one at the end. */
function jsonProgress(
  context: CommandContext,
  total: number | undefined,
  startAt: number,
): Progress {
  const clock = rateClock(context, startAt);
  let shownAt = Number.NEGATIVE_INFINITY;
  let last: ProgressFacts | undefined;
  const show = ({ done }: ProgressFacts) => {
    const { rate, secondsLeft } = clock(done, total ?? done);
    const facts = { event: "progress", done, total, reportsPerSecond: rate, secondsLeft };
    context.stderr.write(`${JSON.stringify(facts)}\n`);
  };
  return {
    update(facts) {
      last = facts;
      if (context.now() - shownAt < 1000) return;
      shownAt = context.now();
      last = undefined;
      show(facts);
    },
    [Symbol.asyncDispose]: async () => (last === undefined ? undefined : show(last)),
  };
}

function rateClock(context: CommandContext, startAt: number) {
  const startedAt = context.now();
  return (done: number, total: number) => {
    const seconds = (context.now() - startedAt) / 1000;
    const rate = 0 < seconds ? (done - startAt) / seconds : 0;
    return { rate, secondsLeft: 0 < rate ? (total - done) / rate : 0 };
  };
}
