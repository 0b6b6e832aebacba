import { describe, expect, test } from '@jest/globals';
import { createEngine, type Outcome } from '../src/index.ts';
import { givenAMineThatIs, idsInSequence, inspector } from './given.ts';

const sixteen = Array.from({ length: 16 }, (_, index) => index);

function accepted(outcomes: readonly Outcome[]): readonly Outcome[] {
  return outcomes.filter(({ kind }) => kind === 'accepted');
}

/** Sixteen engines over one store, as on sixteen nodes; ids of each are their own. */
async function givenSixteenNodes() {
  const newId = idsInSequence();
  const mine = await givenAMineThatIs('closed', { newId });
  const nodes = sixteen.map(() => createEngine({ store: mine.store, clock: () => '2018-12-01T00:00:00Z', newId }));
  await Promise.all(nodes.map((node) => node.load(mine.mineId)));
  return { mine, nodes };
}

async function expectNoGap(facts: readonly { readonly revision: number }[]) {
  expect(facts.map(({ revision }) => revision)).toEqual(facts.map((_, index) => index));
}

describe('sixteen senders at once', () => {
  test('of the same transition: one is accepted, the others learn that it is no longer possible', async () => {
    const mine = await givenAMineThatIs('closed');
    const { revision } = await mine.now();
    const outcomes = await Promise.all(
      sixteen.map((n) => mine.attempts(inspector, 'InspectionStarted', { inspectionId: `I${n}` })),
    );
    expect(accepted(outcomes)).toHaveLength(1);
    expect(
      outcomes.filter((outcome) => outcome.kind === 'rejected' && outcome.rejection.code === 'illegal-transition'),
    ).toHaveLength(15);
    expect((await mine.now()).revision).toBe(revision + 1);
    await expectNoGap(await mine.facts());
  });

  test('of notes: all are accepted, each at a revision of its own', async () => {
    const mine = await givenAMineThatIs('closed');
    const { revision } = await mine.now();
    const outcomes = await Promise.all(
      sixteen.map((n) => mine.attempts(inspector, 'NoteAdded', { text: `note ${n}`, visibility: 'internal' })),
    );
    expect(accepted(outcomes)).toHaveLength(16);
    expect((await mine.now()).revision).toBe(revision + 16);
    await expectNoGap(await mine.facts());
  });

  test('through sixteen nodes: the same transition once, notes all', async () => {
    const { mine, nodes } = await givenSixteenNodes();
    const send = (type: string, data: (n: number) => object) =>
      Promise.all(
        nodes.map((node, n) =>
          node.send({ mineId: mine.mineId, person: inspector, commandId: `${type}-${n}`, type, data: data(n) }),
        ),
      );
    const starts = await send('InspectionStarted', (n) => ({ inspectionId: `I${n}` }));
    expect(accepted(starts)).toHaveLength(1);
    expect(accepted(await send('NoteAdded', (n) => ({ text: `note ${n}`, visibility: 'internal' })))).toHaveLength(16);
    await expectNoGap(await mine.facts());
    for (const node of nodes) expect((await node.load(mine.mineId))?.folded).toEqual(await mine.now());
  });
});

test('a node that has not heard of the last event refuses nothing on old knowledge', async () => {
  const { mine, nodes } = await givenSixteenNodes();
  await mine.does(inspector, 'InspectionStarted', { inspectionId: 'I1' });
  const [node] = nodes;
  const send = { mineId: mine.mineId, person: inspector, commandId: 'k', type: 'InspectionAbandoned' };
  const outcome = await node?.send({ ...send, data: { inspectionId: 'I1', reason: 'r' } });
  expect(outcome).toMatchObject({ kind: 'accepted' });
});

test('what is recorded later never has an earlier time on record, even when the clock goes back', async () => {
  const mine = await givenAMineThatIs('closed');
  await mine.at('2018-12-01T00:00:00Z').does(inspector, 'NoteAdded');
  await mine.at('2018-11-20T00:00:00Z').does(inspector, 'NoteAdded');
  const times = (await mine.facts()).map(({ recordedAt }) => Date.parse(recordedAt));
  expect(times).toEqual(times.toSorted((a, b) => a - b));
});
