import { performance } from 'node:perf_hooks';
import { setTimeout as after } from 'node:timers/promises';
import { type TestResult, TestStatus } from '@stryker-mutator/api/test-runner';
import type { CollectedTest } from './collected-tests.ts';

/**
 * How much longer than unmutated a test may take, and what is granted to any, in milliseconds: more is waiting for what never comes.
 * How long one takes is not known in a process that began between two mutants; Stryker ends what hangs there.
 */
const TIMES_LONGER = 20;
const GRANTED = 20_000;

/** How a test run goes. */
export interface Run {
  /** How long the tests took unmutated, in milliseconds; absent for what never ran. */
  readonly usual: ReadonlyMap<string, number>;
  readonly endAtFirstFailure: boolean;
  /** Called with the id of a test before it starts, and with nothing after it. */
  readonly running: (id: string | undefined) => void;
}

/** Runs tests one after the other. Never throws: what a test throws is its result, and what cannot be tidied up after it is left. */
export async function runTests(tests: readonly CollectedTest[], run: Run): Promise<TestResult[]> {
  const prepared = new Set<() => unknown>();
  const results: TestResult[] = [];
  for (const test of tests) {
    run.running(test.id);
    const start = performance.now();
    const failureMessage = await failureOf(test, prepared, run.usual.get(test.id));
    run.running(undefined);
    const told = { id: test.id, name: test.id, fileName: test.file, timeSpentMs: performance.now() - start };
    if (failureMessage === undefined) results.push({ ...told, status: TestStatus.Success });
    else results.push({ ...told, status: TestStatus.Failed, failureMessage });
    if (failureMessage !== undefined && run.endAtFirstFailure) break;
  }
  const completions = new Set(tests.flatMap((test) => test.completions));
  for (const step of completions)
    await Promise.resolve()
      .then(step)
      .catch(() => {});
  return results;
}

/** What a test throws, or that it does not end; nothing if it passes. */
async function failureOf(
  test: CollectedTest,
  prepared: Set<() => unknown>,
  usual?: number,
): Promise<string | undefined> {
  if (usual === undefined) return passes(test, prepared).catch(String);
  const ended = new AbortController();
  const limit = GRANTED + TIMES_LONGER * usual;
  const tooLong = after(limit, `It did not end within ${limit} ms.`, { signal: ended.signal });
  try {
    return await Promise.race([passes(test, prepared), tooLong]);
  } catch (error) {
    return String(error);
  } finally {
    ended.abort();
    await tooLong.catch(() => {});
  }
}

async function passes({ preparations, run }: CollectedTest, prepared: Set<() => unknown>): Promise<undefined> {
  for (const step of preparations) {
    if (prepared.has(step)) continue;
    await step();
    prepared.add(step);
  }
  await run();
}
