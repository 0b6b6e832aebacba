import { expect } from '@jest/globals';
import { WrongExpectedRevision } from '../../src/event-store/errors.ts';
import type { EventStore } from '../../src/event-store/event-store.ts';
import { type Check, check } from './check.ts';
import { all, ids, someEvents } from './given.ts';
import { faultsIn } from './linearizability/faults.ts';
import type { Append, Operation } from './linearizability/history.ts';
import { CLIENT_OPERATIONS } from './sizes.ts';

const CLIENTS = 16;
const STREAMS = ['mine-1', 'mine-2', 'mine-3'];

/** Clients that send and read at the same time find one order of each stream that explains every answer. */
export const oneOrder: readonly Check[] = [
  check(`${CLIENTS} clients that each send and read ${CLIENT_OPERATIONS} times agree on one order`, async (store) => {
    const history: Operation[] = [];
    const ticks = counter();
    await Promise.all(
      Array.from({ length: CLIENTS }, async (_, client) => {
        for await (const operation of operationsOf(client, store, ticks)) history.push(operation);
      }),
    );

    const log = new Map<string, string[]>();
    for (const stream of STREAMS) log.set(stream, ids(await all(store.read(stream))));
    expect(faultsIn(history, log)).toEqual([]);
    const answers = new Set(history.map(({ did }) => (did.kind === 'append' ? did.answer.kind : did.kind)));
    expect(answers).toEqual(new Set(['read', 'stored', 'refused']));
  }),
];

/** A clock that never shows the same twice. */
function counter(): () => number {
  let ticks = 0;
  return () => ticks++;
}

/** Reads the end of a stream, then appends to it what others may have come before with; every fourth append is sent again. */
async function* operationsOf(client: number, store: EventStore, tick: () => number): AsyncGenerator<Operation> {
  const seen = new Map<string, number>();
  for (let operation = 0; operation < CLIENT_OPERATIONS; operation += 2) {
    const stream = STREAMS[(client + operation / 2) % STREAMS.length] ?? '';
    const from = Math.max(0, (seen.get(stream) ?? 0) - 5);
    const start = tick();
    const entries = ids(await all(store.read(stream, { from })));
    yield { client, stream, start, end: tick(), did: { kind: 'read', from, entries } };
    const length = from + entries.length;
    seen.set(stream, length);

    const events = someEvents(1 + (operation % 3));
    for (let sent = 0; sent < (operation % 8 === 0 ? 2 : 1); sent++) {
      const start = tick();
      const answer = await answerOf(store, stream, events, length);
      yield { client, stream, start, end: tick(), did: { kind: 'append', entries: ids(events), answer } };
    }
  }
}

async function answerOf(
  store: EventStore,
  stream: string,
  events: ReturnType<typeof someEvents>,
  length: number,
): Promise<Append['answer']> {
  try {
    const { firstRevision } = await store.append(stream, events, length === 0 ? 'no-stream' : length - 1);
    return { kind: 'stored', firstRevision };
  } catch (error) {
    if (!(error instanceof WrongExpectedRevision)) throw error;
    return { kind: 'refused', length: error.actual === 'no-stream' ? 0 : error.actual + 1 };
  }
}
