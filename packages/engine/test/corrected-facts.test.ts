import { describe, expect, test } from '@jest/globals';
import { closuresOf, defaultProcedure, fold } from '../src/index.ts';
import {
  corrects,
  givenAMine,
  givenAMineThatIs,
  inspector,
  last,
  type MineUnderTest,
  onTheWayTo,
  patching,
  publishes,
  supervisor,
  voiding,
  whyNotCorrected,
} from './given.ts';

const on = (day: string) => ({ occurredAt: `2018-11-${day}T10:00:00+08:00` });
const impossible = (fact: { readonly eventId: string } | undefined) => `would-become-impossible ${fact?.eventId}`;

async function givenAServedOrder(): Promise<MineUnderTest> {
  const mine = await givenAMine();
  await mine.at('2018-11-20T00:00:00+08:00').does(supervisor, 'ClosureOrdered', {}, on('05'));
  await mine.does(inspector, 'OrderServed', { servedAt: on('06').occurredAt }, on('06'));
  return mine;
}

describe('a correction is refused where what it says cannot be', () => {
  test('an order made after the day on which it was served', async () => {
    const mine = await givenAServedOrder();
    const order = await last(mine, 'ClosureOrdered');
    const service = await last(mine, 'OrderServed');
    await corrects(mine, patching(order, { occurredAt: '2018-11-06T09:00:00+08:00' }));
    expect(await whyNotCorrected(mine, patching(service, { servedAt: on('05').occurredAt }))).toEqual([
      impossible(service),
    ]);
    expect(await whyNotCorrected(mine, patching(order, { ...on('05'), servedAt: on('04').occurredAt }))).toEqual([
      impossible(order),
      impossible(service),
    ]);
    await corrects(mine, patching(order, on('04')), patching(service, { ...on('05'), servedAt: on('04').occurredAt }));
  });

  test('an id that another finding has', async () => {
    const mine = await givenAMineThatIs('inspecting');
    await mine.does(inspector, 'FindingRaised', { findingId: 'F1' });
    await mine.does(inspector, 'FindingRaised', { findingId: 'F2' });
    const second = await last(mine, 'FindingRaised');
    expect(await whyNotCorrected(mine, patching(second, { findingId: 'F1' }))).toEqual([impossible(second)]);
    await corrects(mine, patching(second, { findingId: 'F3' }));
    expect(Object.keys((await mine.now()).mine.findings)).toEqual(['F1', 'F3']);
  });

  test('a reopening before it was granted', async () => {
    const mine = await givenAMineThatIs('licensed');
    await mine.at('2018-11-11T00:00:00+08:00').requests(supervisor, 'ReopeningAuthorised');
    const { approvalId } = (await last(mine, 'ApprovalRequested')).data as { approvalId: string };
    await mine
      .at('2018-11-12T00:00:00+08:00')
      .does({ ...supervisor, id: 'supervisor-3' }, 'ApprovalGranted', { approvalId });
    const reopening = await last(mine, 'ReopeningAuthorised');
    const early = patching(reopening, { occurredAt: '2018-11-11T12:00:00+08:00' });
    expect(await whyNotCorrected(mine, early)).toEqual([impossible(reopening)]);
    expect(await mine.refuses(inspector, 'FactCorrected', { corrections: [early] })).toMatchObject({
      reasons: [{ detail: expect.stringContaining('cannot have happened before') }],
    });
    await corrects(mine, patching(reopening, { occurredAt: '2018-11-12T00:00:30+08:00' }));
  });

  test('a withdrawal before it was granted, where it has to be granted', async () => {
    const needed = { request: ['supervisor' as const], grant: ['supervisor' as const] };
    const strict = {
      ...defaultProcedure,
      id: 'careful',
      fourEyes: { ...defaultProcedure.fourEyes, ClosureWithdrawn: needed },
    };
    for (const careful of [false, true]) {
      const mine = await givenAMine();
      if (careful) await publishes(mine, strict, '2018-11-01T02:00:00Z');
      await mine.at('2018-11-05T00:00:00+08:00').does(supervisor, 'ClosureOrdered');
      await mine.at('2018-11-12T00:00:00+08:00').does(supervisor, 'ClosureWithdrawn');
      const withdrawal = await last(mine, 'ClosureWithdrawn');
      const early = patching(withdrawal, on('10'));
      if (careful) expect(await whyNotCorrected(mine, early)).toEqual([impossible(withdrawal)]);
      else await corrects(mine, early);
    }
  });

  test('a registration after anything that happened to the mine', async () => {
    const mine = await givenAServedOrder();
    const registration = await last(mine, 'MineRegistered');
    const refused = await whyNotCorrected(mine, patching(registration, on('19')));
    expect(refused).toEqual([
      impossible(await last(mine, 'ClosureOrdered')),
      impossible(await last(mine, 'OrderServed')),
    ]);
    await corrects(mine, patching(registration, on('05')));
    await corrects(
      mine,
      patching(registration, { occurredAt: '2017-07-01T00:00:00+08:00', occurredAtPrecision: 'month' }),
    );
    expect(fold(await mine.facts(), { asOf: '2017-12-31T00:00:00Z' })?.value.operation).toBe('operating');
  });
});

describe('a correction is not refused', () => {
  test('because of what was not possible before it either', async () => {
    const mine = await givenAMine();
    await mine.at('2018-11-20T00:00:00+08:00').does(supervisor, 'ClosureOrdered', {}, on('05'));
    await mine.does(inspector, 'OrderServed', { servedAt: on('03').occurredAt }, on('06'));
    const order = await last(mine, 'ClosureOrdered');
    await corrects(mine, patching(order, { grounds: 'Tax arrears' }));
    await corrects(mine, patching(order, on('04')));
    expect((await mine.now()).mine.closure).toMatchObject({ since: on('04').occurredAt });
  });
});

test('what was not possible before either is refused where it would be less so: before the mine was registered', async () => {
  const mine = await givenAMine();
  await mine.at('2018-11-20T00:00:00+08:00').does(supervisor, 'ClosureOrdered', {}, on('05'));
  const [service] = await mine.does(inspector, 'OrderServed', { servedAt: on('03').occurredAt }, on('06'));
  const early = patching(service, { occurredAt: '2018-10-01T00:00:00+08:00' });
  expect(await whyNotCorrected(mine, early)).toEqual([impossible(service)]);
  const beforeTheOrder = patching(service, on('04'));
  expect(await whyNotCorrected(mine, beforeTheOrder)).toEqual([impossible(service)]);
  await corrects(mine, patching(service, on('07')));
});

describe('anything that happened can be corrected', () => {
  test('an event that was dated back, also to where it would have been in order', async () => {
    const mine = await givenAServedOrder();
    const [direction] = await mine.does(supervisor, 'PowerDirectionIssued', {}, on('03'));
    expect((await last(mine, 'ClosureOrdered')).transition.to.power).toBe('none');
    expect((await mine.now()).value.power).toBe('ordered');
    const power = async (asOf: string) => fold(await mine.facts(), { asOf })?.value.power;
    expect(await power(on('04').occurredAt)).toBe('ordered');
    await corrects(mine, patching(direction, on('10')));
    expect([await power(on('09').occurredAt), await power(on('11').occurredAt)]).toEqual(['none', 'ordered']);
    await corrects(mine, patching(direction, on('02')));
    expect([await power(on('01').occurredAt), await power(on('03').occurredAt)]).toEqual(['none', 'ordered']);
    expect(fold(await mine.facts())).toEqual(await mine.now());
  });

  test('the time of an event across others, as long as each stays possible', async () => {
    const mine = await givenAServedOrder();
    const [started] = await mine.does(inspector, 'InspectionStarted', {}, on('10'));
    const [note] = await mine.does(inspector, 'NoteAdded', {}, on('12'));
    const [abandoned] = await mine.does(inspector, 'InspectionAbandoned', {}, on('14'));
    await corrects(mine, patching(note, on('09')));
    expect(await whyNotCorrected(mine, patching(started, on('15')))).toEqual([impossible(abandoned)]);
    await corrects(mine, patching(started, on('15')), patching(abandoned, on('16')));
    const [closure] = closuresOf(await mine.now(), on('20').occurredAt);
    expect(closure?.perState).toEqual({
      'closed.awaitingInspection': 14 * 86_400_000,
      'closed.inspecting': 86_400_000,
    });
  });

  test('what a grant put into effect, but not the grant', async () => {
    const mine = await givenAServedOrder();
    const grant = await last(mine, 'ApprovalGranted');
    expect(await whyNotCorrected(mine, voiding(grant))).toEqual(['invalid /data/corrections/0/eventId']);
    await corrects(mine, patching(await last(mine, 'ClosureOrdered'), { grounds: 'Tax arrears' }));
    expect((await mine.now()).mine.closure?.order?.grounds).toBe('Tax arrears');
  });

  test('a mine that went all the way, from the first event to the last', async () => {
    const mine = await givenAMine();
    await mine.at('2018-11-11T00:00:00+08:00');
    await onTheWayTo(mine, 'reopened');
    for (const fact of await mine.facts()) {
      if (fact.type.startsWith('Approval')) continue;
      await corrects(mine, patching(fact, { occurredAtPrecision: 'day' }));
    }
    expect(await mine.state()).toBe('reopened');
  });
});
