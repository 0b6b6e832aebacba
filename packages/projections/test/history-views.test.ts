import { describe, expect, test } from '@jest/globals';
import type { EventData, Fact } from '@rectify/engine';
import { describeHistory, type Reads } from '../src/index.ts';
import {
  analyst,
  asOfficial,
  givenARegister,
  historyWith,
  inspector,
  official,
  type Register,
  reading,
  supervisor,
  viewingOwner,
} from './given.ts';

const on = (day: string) => `2018-11-${day}T00:00:00+08:00`;
const MINE = 'XJ-0001';
const owner = viewingOwner(MINE);

/** Closed on the 5th and seen on the 7th; on the 10th a note was dated back to the 6th, on the 11th the order corrected to the 8th and what was seen voided. */
async function givenACorrectedCase() {
  const register = await givenARegister();
  await register.registers(MINE);
  const [order] = await register.closes(MINE, on('05'));
  const seen: EventData<'NoteAdded'> = { text: 'Seen on site', visibility: 'owner' };
  const [note] = await register.does(MINE, inspector, 'NoteAdded', seen, on('07'));
  const asked: EventData<'NoteAdded'> = { text: 'Ask li.wei', visibility: 'internal' };
  await register.does(MINE, inspector, 'NoteAdded', asked, { occurredAt: on('06'), recordedAt: on('10') });
  await corrects(register, on('11'), { eventId: idOf(order), patch: { occurredAt: on('08') } }, voiding(note));
  return { register, order, note };
}

const idOf = (event: { readonly eventId: string } | undefined) => event?.eventId ?? '';
const voiding = (fact: Fact | undefined) => ({ eventId: idOf(fact), void: true as const });

function corrects(register: Register, at: string, ...corrections: EventData<'FactCorrected'>['corrections']) {
  return register.does(MINE, supervisor, 'FactCorrected', { corrections, reason: 'As the file says' }, at);
}

/** The ids of the effective history, read two at a time; `afterTheFirst` happens after the first page. */
async function idsByPage(reads: Reads, order: 'asc' | 'desc', afterTheFirst = async () => {}): Promise<string[]> {
  const read: string[] = [];
  let cursor: string | undefined;
  do {
    const query = historyWith({ view: 'effective', order, limit: '2', ...(cursor && { cursor }) });
    const page = await reads.history(MINE, query, asOfficial);
    read.push(...(page?.items ?? []).map(idOf));
    if (!cursor) await afterTheFirst();
    cursor = page?.next;
  } while (cursor);
  return read;
}

const happened = (events: readonly { type: string; occurredAt: string }[]) =>
  events
    .filter(({ type }) => !/^(Approval|FactCorrected)/.test(type))
    .map(({ type, occurredAt }) => `${occurredAt.slice(5, 10)} ${type}`);

describe('the effective history', () => {
  test('holds what counts, corrected and in the order in which it happened, without what was voided', async () => {
    const { register, order } = await givenACorrectedCase();
    const facts = await register.factsOf(MINE);
    const effective = describeHistory(facts, { view: 'effective' }, official);
    expect(happened(effective)).toEqual(['11-01 MineRegistered', '11-06 NoteAdded', '11-08 ClosureOrdered']);
    const corrected = effective.find(({ eventId }) => eventId === order?.eventId);
    expect(corrected).toMatchObject({
      occurredAt: on('08'),
      transition: { from: { operation: 'operating' }, to: { operation: 'closed.awaitingInspection' } },
      correction: { before: { occurredAt: on('05') }, after: { occurredAt: on('08') }, reason: 'As the file says' },
    });
    expect(corrected).not.toHaveProperty('effective');
    expect(effective.filter(({ type }) => type === 'FactCorrected')).toHaveLength(1);
  });

  test('as recorded the original stays, with its correction beside it', async () => {
    const { register, note } = await givenACorrectedCase();
    const facts = await register.factsOf(MINE);
    const recorded = describeHistory(facts, {}, official);
    expect(recorded).toEqual(describeHistory(facts, { view: 'recorded' }, official));
    expect(happened(recorded)).toEqual([
      '11-01 MineRegistered',
      '11-05 ClosureOrdered',
      '11-07 NoteAdded',
      '11-06 NoteAdded',
    ]);
    expect(recorded.find(({ eventId }) => eventId === note?.eventId)?.correction).toMatchObject({ void: true });
  });

  test('can be asked for as of an instant and as known at one', async () => {
    const { register } = await givenACorrectedCase();
    const facts = await register.factsOf(MINE);
    const seen = (asOf: string | undefined, knownAt: string | undefined) =>
      happened(describeHistory(facts, { view: 'effective', asOf, knownAt }, official));
    expect(seen(on('07'), undefined)).toEqual(['11-01 MineRegistered', '11-06 NoteAdded']);
    expect(seen(on('07'), on('09'))).toEqual(['11-01 MineRegistered', '11-05 ClosureOrdered', '11-07 NoteAdded']);
    expect(seen(undefined, on('10'))).toEqual([
      '11-01 MineRegistered',
      '11-05 ClosureOrdered',
      '11-06 NoteAdded',
      '11-07 NoteAdded',
    ]);
    expect(describeHistory(facts, { view: 'effective', knownAt: '2018-10-01T00:00:00Z' }, official)).toEqual([]);
  });

  test('keeps from each viewer what is not theirs to see', async () => {
    const { register } = await givenACorrectedCase();
    const facts = await register.factsOf(MINE);
    const theirs = describeHistory(facts, { view: 'effective' }, owner);
    expect(happened(theirs)).toEqual(['11-01 MineRegistered', '11-08 ClosureOrdered']);
    const told = describeHistory(facts, { view: 'effective' }, analyst).filter(({ type }) => type !== 'NoteAdded');
    for (const name of ['li.wei', 'wang.fang', 'zhao.min']) {
      expect(JSON.stringify(theirs)).not.toContain(name);
      expect(JSON.stringify(told)).not.toContain(name);
    }
    expect(describeHistory(facts, { view: 'effective' }, viewingOwner('XJ-0002'))).toEqual([]);
  });

  test('is read page by page in either direction', async () => {
    const { register } = await givenACorrectedCase();
    const ids = describeHistory(await register.factsOf(MINE), { view: 'effective' }, official).map(idOf);
    await reading(register.store, async (reads) => {
      expect(await idsByPage(reads, 'asc')).toEqual(ids);
      expect(await idsByPage(reads, 'desc')).toEqual(ids.toReversed());
    });
  });

  test('is read on without a gap when something was dated back between two pages', async () => {
    const { register } = await givenACorrectedCase();
    const ids = describeHistory(await register.factsOf(MINE), { view: 'effective' }, official).map(idOf);
    await reading(register.store, async (reads, projector) => {
      const read = await idsByPage(reads, 'asc', async () => {
        const note: EventData<'NoteAdded'> = { text: 'Found later', visibility: 'owner' };
        await register.does(MINE, inspector, 'NoteAdded', note, { occurredAt: on('02'), recordedAt: on('20') });
        await projector.caughtUp();
      });
      expect(read).toEqual(ids);
    });
  });

  test('has cursors of its own', async () => {
    const { register } = await givenACorrectedCase();
    await reading(register.store, async (reads) => {
      const page = await reads.history(MINE, historyWith({ view: 'effective', limit: '2' }), asOfficial);
      const foreign = historyWith({ limit: '2', cursor: page?.next ?? '' });
      await expect(reads.history(MINE, foreign, asOfficial)).rejects.toThrow('another list or another order');
    });
  });
});
