/** What deciding and folding cost without a store: XState against what is compiled from the same chart, on the same events. */
import { randomUUID } from 'node:crypto';
import { createEngine, type Fact, fold, openStore } from '@rectify/engine';
import { byXState, compiled, type Decider, rectification } from '@rectify/engine/statechart';
import { createActor, initialTransition, transition } from 'xstate';
import { leadThroughCycles } from './course.ts';
import { line, rate, ratio } from './figures.ts';

const SECONDS = 3;
const LONG = 100;

const [registration, ...events] = (await course(1)).map((fact) => ({ ...fact, decidedAt: fact.recordedAt }));
const registered = registration && fold([registration]);
if (registration?.type !== 'MineRegistered' || !registered)
  throw new Error('The course does not begin with a registration.');

const [first] = initialTransition(rectification, registration);
const transitions = rate(events.length, SECONDS, () => {
  let snapshot = first;
  for (const event of events) [snapshot] = transition(rectification, snapshot, event);
  expectLicensed(snapshot.value.operation);
});
line('XState: transition(machine, snapshot, event)', transitions);

const sends = rate(events.length, SECONDS, () => {
  const actor = createActor(rectification, { input: registration }).start();
  for (const event of events) actor.send(event);
  expectLicensed(actor.getSnapshot().value.operation);
});
line('XState: an actor for each course, actor.send', sends);

const byDefinition = rate(events.length, SECONDS, () => decideAll(byXState));
line('XState: a decision, with steps and reasons', byDefinition);

const byTables = rate(events.length, SECONDS, () => decideAll(compiled));
line('compiled: the same decision', byTables);
console.log(
  `  compiled ÷ transition ${ratio(byTables, transitions)}   ÷ actor.send ${ratio(byTables, sends)}   ÷ XState decision ${ratio(byTables, byDefinition)}`,
);

const history = await course(LONG);
const folded = rate(history.length, SECONDS, () => fold(history));
line(`folding a history of ${history.length.toLocaleString('en')} events`, folded);

function decideAll({ decide }: Decider): void {
  let standing: Parameters<typeof decide>[0] | undefined = registered;
  for (const event of events) {
    const decision = standing && decide(standing, event);
    if (!decision?.accepted) throw new Error(`${event.type} was refused.`);
    standing = decision.standing;
  }
  expectLicensed(standing?.value.operation);
}

function expectLicensed(operation: unknown): void {
  if (operation !== 'licensed') throw new Error('The course did not lead to licensed.');
}

async function course(cycles: number): Promise<readonly Fact[]> {
  const store = await openStore('memory:', { newStoreId: randomUUID });
  const engine = createEngine({ store, clock: () => new Date().toISOString(), newId: randomUUID });
  const facts = await leadThroughCycles(engine, 'BENCH', cycles);
  await store.close();
  return facts;
}
