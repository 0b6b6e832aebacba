import { type EventAnswer, eventAnswer } from '@rectify/projections/answers';
import type { Client } from './server.ts';

/** One event as the live stream told it. */
export interface Told {
  /** Where to resume after it. */
  readonly id: string;
  readonly name: string;
  readonly event: EventAnswer;
}

/** Somebody's live stream. */
export interface LiveStream {
  /** All that was told so far, in order. */
  readonly told: readonly Told[];
  /** Where to resume after the last message, which may have told of no event. */
  lastId(): string;
  /** Waits until something fits of what was or will be told. Throws when the stream ends before. */
  until(fits: (told: Told) => boolean): Promise<Told>;
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>;
  /** Leaves. */
  close(): void;
}

/**
 * Follows `/v1/live`; resolves when the server has begun to tell. `after` is the id to resume from, `query` what goes behind the
 * address, with its question mark.
 */
export async function follow(
  { address, token }: Client,
  { after, query = '' }: { readonly after?: string; readonly query?: string } = {},
): Promise<LiveStream> {
  const leaving = new AbortController();
  const headers = { Authorization: `Bearer ${token}`, ...(after !== undefined && { 'Last-Event-ID': after }) };
  const response = await fetch(`${address}/v1/live${query}`, { headers, signal: leaving.signal });
  if (!response.ok || !response.body) throw new Error(`The stream was refused: ${await response.text()}`);

  const told: Told[] = [];
  let lastId = '';
  let news = Promise.withResolvers<'more' | 'ended'>();
  const begun = Promise.withResolvers<void>();
  const reading = read(response.body.pipeThrough(new TextDecoderStream()));

  async function read(chunks: ReadableStream<string>): Promise<void> {
    let text = '';
    for await (const chunk of chunks) {
      const messages = (text + chunk).split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages) hear(message);
    }
  }

  function hear(message: string): void {
    const fields = new Map(message.split('\n').map((line) => splitOnce(line)));
    lastId = fields.get('id') ?? lastId;
    const data = fields.get('data');
    if (data !== undefined) {
      told.push({ id: lastId, name: fields.get('event') ?? '', event: eventAnswer.parse(JSON.parse(data)) });
    }
    begun.resolve();
    news.resolve('more');
    news = Promise.withResolvers();
  }

  const ended = reading
    .catch((error) => {
      if (!leaving.signal.aborted) throw error;
    })
    .finally(() => news.resolve('ended'));
  await begun.promise;
  return {
    told,
    lastId: () => lastId,
    ended,
    close: () => leaving.abort(),
    async until(fits) {
      for (;;) {
        const found = told.find(fits);
        if (found) return found;
        if ((await news.promise) === 'ended') throw new Error('The stream ended before it told that.');
      }
    },
  };
}

function splitOnce(line: string): [string, string] {
  const at = line.indexOf(': ');
  return [line.slice(0, at), line.slice(at + 2)];
}
