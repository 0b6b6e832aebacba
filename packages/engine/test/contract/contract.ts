import { describe, test } from '@jest/globals';
import type { OpenStore } from './check.ts';
import { suites } from './suites.ts';

/**
 * Registers all that holds for every store as jest tests: the contract of the port, its properties, the same answers as the store in
 * memory, and one order per stream for clients that send and read at the same time.
 * @param name names the store in the test report
 * @param open opens an empty store; each check opens its own and cleans it up
 */
export function eventStoreContract(name: string, open: OpenStore): void {
  describe(`${name} as an event store`, () => {
    for (const suite of suites) {
      describe(suite.name, () => {
        for (const { name, check } of suite.checks) test(name, () => check(open), LIMIT);
      });
    }
  });
}

/** What hangs is ended by the deadlines of its calls; this only has to be longer than any full run. */
const LIMIT = 12 * 3_600_000;
