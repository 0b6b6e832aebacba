import type { TestServer } from './given.ts';

/** One message of the live stream. */
export interface Message {
  readonly event: string;
  readonly id: string;
  readonly data: string;
}

/** Somebody who follows the live stream and reads at their own pace. */
export interface Client extends AsyncDisposable {
  readonly status: number;
  /** The next message; waits for it. Undefined when the stream has ended. */
  next(): Promise<Message | undefined>;
  /** The last id received, with or without a message. */
  readonly lastId: () => string;
  /** Waits for the first thing the stream says, which is where it starts. */
  started(): Promise<void>;
}

/** Follows the live stream of a server. */
export async function follow(
  server: TestServer,
  { as, query = '', lastEventId }: { as: string; query?: string; lastEventId?: string },
): Promise<Client> {
  const stop = new AbortController();
  const response = await fetch(`${server.address}/v1/live${query}`, {
    headers: { Authorization: `Bearer ${as}`, ...(lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }) },
    signal: stop.signal,
  });
  const blocks = blocksOf(response);
  let lastId = '';

  async function block(): Promise<Map<string, string> | undefined> {
    const { value } = await blocks.next();
    if (value) lastId = value.get('id') ?? lastId;
    return value ?? undefined;
  }

  return {
    status: response.status,
    lastId: () => lastId,
    async started() {
      await block();
    },
    async next() {
      for (let found = await block(); found; found = await block()) {
        const data = found.get('data');
        if (data !== undefined) return { event: found.get('event') ?? '', id: found.get('id') ?? '', data };
      }
      return undefined;
    },
    async [Symbol.asyncDispose]() {
      stop.abort();
    },
  };
}

async function* blocksOf(response: Response): AsyncGenerator<Map<string, string>, undefined> {
  let text = '';
  try {
    for await (const chunk of response.body ?? []) {
      text += new TextDecoder().decode(chunk);
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) {
        yield new Map(
          part.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
        );
      }
    }
  } catch {
    // The reader left, or was cut.
  }
}
