import { describe } from '@jest/globals';
import { appending } from './appending.ts';
import { closing } from './closing.ts';
import type { OpenStore } from './given.ts';
import { hostileInput } from './hostile-input.ts';
import { reading } from './reading.ts';
import { subscribing } from './subscribing.ts';

/**
 * The contract of the event store port as a jest suite; every store passes it.
 * @param name names the store in the test report
 * @param open opens an empty store; each test opens its own and cleans it up
 */
export function eventStoreContract(name: string, open: OpenStore): void {
  describe(`${name} as an event store`, () => {
    appending(open);
    reading(open);
    subscribing(open);
    closing(open);
    hostileInput(open);
  });
}
