import { relative } from "node:path";
import { inspect } from "node:util";

type Failed = { readonly name: string; readonly details: { readonly error?: unknown } };
type TestEvent = {
  readonly type: string;
  readonly data: {
    readonly name?: string;
    readonly file?: string;
    readonly line?: number;
    readonly nesting?: number;
    readonly skip?: unknown;
    readonly todo?: unknown;
    readonly details?: { readonly error?: unknown; readonly type?: string };
  };
};

/** What ran so far; scripts/test.ts reads it at the end, because a run of nothing must fail. */
export const tally = { passed: 0, failed: 0, skipped: 0 };

/** Prints failures as they come, with what was expected and got, and says nothing of what passes. */
export async function* reportTests(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const { type, data } of events) {
    if (data.details?.type === "suite") continue;
    if (type === "test:pass" && (data.skip !== undefined || data.todo !== undefined)) {
      tally.skipped += 1;
    } else if (type === "test:pass") {
      tally.passed += 1;
    } else if (type === "test:fail") {
      const failed: Failed = { name: data.name ?? "", details: data.details ?? {} };
      if (isOnlyOfSubtests(failed)) continue;
      tally.failed += 1;
      yield describeFailure(failed, data.file, data.line);
    }
  }
}

/** A parent whose subtests failed is not a failure of its own. */
function isOnlyOfSubtests(failed: Failed): boolean {
  const error = failed.details.error;
  return error instanceof Error && "failureType" in error && error.failureType === "subtestsFailed";
}

function describeFailure(failed: Failed, file: string | undefined, line: number | undefined) {
  const outer = failed.details.error;
  const error = outer instanceof Error && outer.cause !== undefined ? outer.cause : outer;
  const text = error instanceof Error ? shorten(error) : inspect(error);
  const place = file === undefined ? "" : ` (${relative(".", file)}:${line ?? 0})`;
  return `✗ ${failed.name}${place}\n${text.replaceAll(/^/gm, "    ")}\n\n`;
}

function shorten(error: Error): string {
  const lines = (error.stack ?? error.message).split("\n");
  return lines
    .filter((line) => !/node:internal|node:test|^\s+at async (Test|Suite)\./.test(line))
    .join("\n");
}

export { reportTests as default };
