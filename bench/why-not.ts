/** How long it takes to find the way to an event: alone, for every event and mine of the demonstration, and within `next`. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, type EventType, eventTypes, type Person, type Way, wayTo } from '@rectify/engine';
import { DEMONSTRATION_ENDS, mineIdsIn, openDemonstration } from './demonstration.ts';
import { percentile } from './figures.ts';

const ROUNDS = 5;
const supervisor: Person = { id: 'supervisor-1', role: 'supervisor', office: 'energy', regions: 'all', mines: [] };
const folder = await mkdtemp(join(tmpdir(), 'rectify-bench-'));

try {
  const store = await openDemonstration(folder);
  const engine = createEngine({ store, clock: () => DEMONSTRATION_ENDS, newId: randomUUID });
  const mineIds = await mineIdsIn(store);
  const mines = (await Promise.all(mineIds.map((mineId) => engine.load(mineId)))).flatMap((mine) => mine?.folded ?? []);
  const present = { now: DEMONSTRATION_ENDS, procedures: await engine.procedures() };
  const questions = mines.flatMap((standing) => eventTypes.map((goal) => ({ goal, standing, present })));

  const { took, came } = await timed(questions, async (question) => wayTo(question));
  line(`the way: ${mines.length} mines, ${eventTypes.length} events each`, took);
  console.log(`  ${figures(came)}`);

  const next = (sought: readonly EventType[]) => timed(mineIds, (mineId) => engine.next(mineId, supervisor, sought));
  const without = (await next([])).took;
  line('next for a supervisor, without a way', without);
  for (const [what, sought] of [
    ['the way to reopening', ['ReopeningAuthorised']],
    ['the way to each refused event', eventTypes],
  ] satisfies [string, readonly EventType[]][]) {
    const within = (await next(sought)).took;
    line(`next with ${what}`, within);
    console.log(`  ÷ without: p50 ${(percentile(within, 50) / percentile(without, 50)).toFixed(2)}`);
  }
  await store.close();
} finally {
  await rm(folder, { recursive: true });
}

/** Milliseconds that something takes for each of some things, a first round not counted; and what it came to, once for each. */
async function timed<T, U>(
  things: readonly T[],
  work: (thing: T) => Promise<U>,
): Promise<{ readonly took: readonly number[]; readonly came: readonly U[] }> {
  const took: number[] = [];
  const came: U[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const thing of things) {
      const began = performance.now();
      const result = await work(thing);
      if (round === 0) came.push(result);
      else took.push(performance.now() - began);
    }
  }
  return { took, came };
}

function figures(ways: readonly Way[]): string {
  const looked = ways.map((way) => way.looked);
  const longest = Math.max(...ways.map(({ path }) => path?.length ?? 0));
  const outcomes = (['found', 'none', 'gave-up'] as const).map(
    (outcome) => `${outcome} ${ways.filter(({ pathSearch }) => pathSearch === outcome).length}`,
  );
  const standings = `p50 ${percentile(looked, 50)}, p99 ${percentile(looked, 99)}, most ${Math.max(...looked)}`;
  return `standings looked at: ${standings}; ${outcomes.join(', ')}; longest way ${longest} steps`;
}

function line(what: string, took: readonly number[]): void {
  const [p50, p99, most] = [50, 99, 100].map((percent) => percentile(took, percent).toFixed(2).padStart(7));
  console.log(`${what.padEnd(44)} p50 ${p50} ms   p99 ${p99} ms   most ${most} ms`);
}
