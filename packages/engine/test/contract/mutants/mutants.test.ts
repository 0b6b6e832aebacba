import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { OpenStore, Suite } from '../check.ts';
import { appendingWrongly } from './appending.ts';
import { opening } from './mutant.ts';
import { readingWrongly } from './reading.ts';
import { subscribingWrongly } from './subscribing.ts';

// One history that shows the fault is enough; a smaller one is not looked for.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });

describe.each([...appendingWrongly, ...readingWrongly, ...subscribingWrongly])('a store that $name', (mutant) => {
  test.each(mutant.caughtBy)('fails the suite $name', async (suite) => {
    expect(await firstFailed(suite, opening(mutant))).toEqual(expect.any(String));
  });
});

/** The name of the first check that a store fails. */
async function firstFailed({ checks }: Suite, open: OpenStore): Promise<string | undefined> {
  for (const { name, check } of checks) {
    const failed = await check(open).then(
      () => false,
      () => true,
    );
    if (failed) return name;
  }
  return undefined;
}
