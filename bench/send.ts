/** Durable sending against its two baselines in the same run: bare XState transitions, and raw grouped SQLite appends. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, type EventStore, type Fact, type JsonObject, openStore } from '@rectify/engine';
import { rectification } from '@rectify/engine/statechart';
import { initialTransition, transition } from 'xstate';
import { leadToLicensed } from './course.ts';
import { line, ratio } from './figures.ts';

const SECONDS = 4;
const folder = await mkdtemp(join(tmpdir(), 'rectify-bench-'));

try {
  const course = await warmUp();
  const bare = bareTransitions(course);
  line('bare XState transitions of the same events', bare);
  for (const senders of [1, 64]) {
    const raw = await rawAppends(senders, course);
    const sent = await durableSends(senders);
    line(`raw SQLite appends, ${senders} at a time`, raw);
    line(`durable engine.send, ${senders} sender${senders > 1 ? 's' : ''}`, sent);
    console.log(`  send ÷ raw append ${ratio(sent, raw)}   send ÷ bare transition ${ratio(sent, bare)}`);
  }
} finally {
  await rm(folder, { recursive: true });
}

async function warmUp(): Promise<readonly Fact[]> {
  const store = await openStore('memory:', { newStoreId: randomUUID });
  const facts = await leadToLicensed(newEngine(store), 'WARM');
  await store.close();
  return facts;
}

function newEngine(store: EventStore) {
  return createEngine({ store, clock: () => new Date().toISOString(), newId: randomUUID });
}

/** The registration is the machine's input; every later fact of the course is one transition, decided by XState alone. */
function bareTransitions(facts: readonly Fact[]): number {
  const [registration, ...events] = facts.map((fact) => ({ ...fact, decidedAt: fact.recordedAt }));
  if (registration?.type !== 'MineRegistered') throw new Error('The course does not begin with a registration.');
  let done = 0;
  const began = performance.now();
  while (performance.now() - began < SECONDS * 1000) {
    let [snapshot] = initialTransition(rectification, registration);
    for (const event of events) [snapshot] = transition(rectification, snapshot, event);
    if (snapshot.value.operation !== 'licensed') throw new Error('The course did not lead to licensed.');
    done += events.length;
  }
  return (done / (performance.now() - began)) * 1000;
}

/** Appends what the course stored, byte for byte, to as many streams as there are appenders; each waits for its answer. */
async function rawAppends(appenders: number, facts: readonly Fact[]): Promise<number> {
  const store = await openStore(`sqlite:${join(folder, `raw-${appenders}.db`)}`, { newStoreId: randomUUID });
  const payloads = facts.map((fact) => ({ type: fact.type, data: plain(fact.data), metadata: plain(fact) }));
  const perSecond = await timed(appenders, async (appender, isOver) => {
    let revision = -1;
    while (!isOver()) {
      const payload = payloads[(revision + 1) % payloads.length];
      if (!payload) throw new Error('The course holds no facts.');
      const event = { eventId: randomUUID(), ...payload };
      await store.append(`raw-${appender}`, [event], revision < 0 ? 'no-stream' : revision);
      revision += 1;
    }
    return revision + 1;
  });
  await store.close();
  return perSecond;
}

/** Leads mine after mine from closing to licensed through the engine, on disk; counts stored events. */
async function durableSends(senders: number): Promise<number> {
  const store = await openStore(`sqlite:${join(folder, `send-${senders}.db`)}`, { newStoreId: randomUUID });
  const engine = newEngine(store);
  const perSecond = await timed(senders, async (sender, isOver) => {
    let stored = 0;
    for (let mine = 0; !isOver(); mine += 1) stored += (await leadToLicensed(engine, `B-${sender}-${mine}`)).length;
    return stored;
  });
  await store.close();
  return perSecond;
}

async function timed(
  workers: number,
  work: (worker: number, isOver: () => boolean) => Promise<number>,
): Promise<number> {
  const began = performance.now();
  const isOver = () => performance.now() - began > SECONDS * 1000;
  const done = await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker, isOver)));
  return (done.reduce((sum, count) => sum + count, 0) / (performance.now() - began)) * 1000;
}

function plain(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value));
}
