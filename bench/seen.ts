/**
 * How soon others see what was sent, over HTTP: a list that waits for it with `Rectify-After`, and somebody who follows the live stream; both against the send alone.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { milliseconds, percentile, ratio } from './figures.ts';
import { filledMineId, fillStore } from './filled-store.ts';
import { post, signedIn } from './requests.ts';
import { serve } from './serving.ts';

const MINES = 5_000;
const EVENTS = 50_000;
const SENDS = 1_000;
const WARMING_UP = 100;
const note = { type: 'NoteAdded', data: { text: 'The owner was told what is missing.', visibility: 'owner' } };
const folder = await mkdtemp(join(tmpdir(), 'rectify-bench-'));

/** Milliseconds from when one event was sent. */
interface Seen {
  /** Until the send was answered. */
  readonly answered: number;
  /** Until a list was answered that holds it. */
  readonly listed: number;
  /** Until who follows the live stream was told of it. */
  readonly told: number;
  /** What such a list takes that waits for nothing. */
  readonly listAlone: number;
}

try {
  await fillStore({ file: join(folder, 'events.db'), mines: MINES, events: EVENTS });
  const server = await serve(folder, 'none');
  try {
    print(await measure(server.address));
  } finally {
    await server.stop();
  }
} finally {
  await rm(folder, { recursive: true });
}

/** One send after the other, each seen by both before the next. */
async function measure(address: string): Promise<readonly Seen[]> {
  const token = await signedIn(address, 'inspector');
  const live = await follow(address, token);
  const list = async (headers: Readonly<Record<string, string>>) => {
    const answer = await fetch(`${address}/v1/mines?limit=1`, {
      headers: { Authorization: `Bearer ${token}`, ...headers },
    });
    await answer.text();
    if (!answer.ok) throw new Error(`A list was answered ${answer.status}.`);
  };
  const seen: Seen[] = [];
  for (let send = 0; send < WARMING_UP + SENDS; send += 1) {
    const mineId = filledMineId(Math.floor(Math.random() * MINES));
    const began = performance.now();
    const { position } = await post(`${address}/v1/mines/${mineId}/events`, token, note);
    const answered = performance.now() - began;
    await list({ 'Rectify-After': position });
    const listed = performance.now() - began;
    const told = (await live.toldOf(position)) - began;
    const asked = performance.now();
    await list({});
    seen.push({ answered, listed, told, listAlone: performance.now() - asked });
  }
  live.leave();
  return seen.slice(WARMING_UP);
}

/** Follows the live stream, and tells when it told of a position. */
async function follow(address: string, token: string) {
  const leaving = new AbortController();
  const headers = { Authorization: `Bearer ${token}` };
  const { body, ok } = await fetch(`${address}/v1/live`, { headers, signal: leaving.signal });
  if (!ok || !body) throw new Error('The live stream was refused.');
  const told = new Map<string, number>();
  let news = Promise.withResolvers<void>();
  const reading = async () => {
    let text = '';
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      const lines = (text + chunk).split('\n');
      text = lines.pop() ?? '';
      for (const line of lines)
        if (line.startsWith('id:')) told.set(line.slice(line.lastIndexOf(':') + 1), performance.now());
      news.resolve();
      news = Promise.withResolvers();
    }
  };
  const ended = reading().catch((error: unknown) => {
    if (!leaving.signal.aborted) throw error;
  });
  return {
    async toldOf(position: string): Promise<number> {
      for (;;) {
        const when = told.get(position);
        if (when !== undefined) return when;
        await Promise.race([news.promise, ended]);
      }
    },
    leave: () => leaving.abort(),
  };
}

function print(seen: readonly Seen[]): void {
  const figures = (of: (one: Seen) => number) => {
    const measured = seen.map(of);
    return { p50: percentile(measured, 50), p99: percentile(measured, 99) };
  };
  const alone = figures(({ answered }) => answered);
  console.log(
    `${SENDS.toLocaleString('en')} notes, one after the other, to a server with ${EVENTS.toLocaleString('en')} events:`,
  );
  milliseconds('send, until it is answered', alone);
  milliseconds(
    'a list of one, alone',
    figures(({ listAlone }) => listAlone),
  );
  for (const [what, of] of [
    ['until a list with Rectify-After holds it', ({ listed }: Seen) => listed],
    ['until the live stream tells of it', ({ told }: Seen) => told],
  ] as const) {
    const { p50, p99 } = figures(of);
    milliseconds(`send, ${what}`, { p50, p99 });
    console.log(`  ÷ the send: p50 ${ratio(p50, alone.p50)}, p99 ${ratio(p99, alone.p99)}`);
  }
}
