import { randomUUID } from 'node:crypto';
import { type AppendToStreamOptions, jsonEvent, KurrentDBClient, streamNameFilter } from '@kurrent/kurrentdb-client';

/** An event to append. */
export function happened(id = randomUUID()) {
  return jsonEvent({ id, type: 'Happened', data: { mine: '黑龙' }, metadata: { by: 'someone' } });
}

/** Leaves out what the server writes for itself. */
export const ofTheUsers = () => streamNameFilter({ regex: '^[^$]' });

/** The real client, disposed at the end of its scope. */
export function clientOf(url: string) {
  const client = KurrentDBClient.connectionString(url);
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.dispose() });
}

/** Makes the client append by a call of its own: with credentials of its own it cannot use the shared one. */
export const single: AppendToStreamOptions = { credentials: { username: 'admin', password: 'changeit' } };

/** The two calls by which the client appends. */
export const kindsOfAppend: readonly (readonly [string, AppendToStreamOptions])[] = [
  ['BatchAppend', {}],
  ['Append', single],
];

/** All that there is to read. */
export async function collected<T>(events: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const event of events) all.push(event);
  return all;
}

/** The ids of the events in all streams whose names begin so. */
export async function idsIn(client: KurrentDBClient, prefix: string): Promise<(string | undefined)[]> {
  const all = await collected(client.readAll({ filter: streamNameFilter({ prefixes: [prefix] }) }));
  return all.map(({ event }) => event?.id);
}

/** What an attempt gives as soon as one succeeds: a client that lost its connection needs a moment. */
export async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = 100; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
