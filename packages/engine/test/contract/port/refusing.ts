import { expect } from '@jest/globals';
import type { EventTooLarge, InvalidAppend } from '../../../src/event-store/errors.ts';
import type { EventStore } from '../../../src/event-store/event-store.ts';

/** Expects that an append to an empty store is refused with this error and leaves it empty. */
export async function refuses(
  store: EventStore,
  error: typeof InvalidAppend | typeof EventTooLarge,
  append: () => Promise<unknown>,
): Promise<void> {
  await expect(append()).rejects.toBeInstanceOf(error);
  expect(await store.head()).toBeUndefined();
}
