import { describe, expect, test } from '@jest/globals';
import { type EventData, type Procedure, strict1 } from '../src/index.ts';
import {
  because,
  givenAMine,
  givenAMineThatIs,
  inspector,
  last,
  type MineUnderTest,
  owner,
  patching,
  publishes,
  reviewer,
  supervisor,
  voiding,
} from './given.ts';

const on = (day: string) => ({ occurredAt: `2018-11-${day}T10:00:00+08:00` });

/** The events that a correction would make impossible, each with why and who could change that. */
async function impossible(mine: MineUnderTest, ...corrections: EventData<'FactCorrected'>['corrections']) {
  const data = { corrections, reason: 'The file says otherwise' };
  const outcome = await mine.engine.previewCorrection({ mineId: mine.mineId, person: inspector, data });
  if (outcome.kind !== 'previewed') throw new Error(`no preview, but ${JSON.stringify(outcome)}`);
  return outcome.preview.impossible.map(({ fact, reasons }) =>
    [fact.type, ...reasons.map(({ code, who, about }) => [code, who, about].filter(Boolean).join(' '))].join(': '),
  );
}

describe('no correction makes of history what could not have been:', () => {
  test('a reopening or withdrawal before it was granted', async () => {
    const reopened = await givenAMineThatIs('licensed');
    await reopened.at('2018-11-20T10:00:00+08:00').does(supervisor, 'ReopeningAuthorised');
    const reopening = await last(reopened, 'ReopeningAuthorised');
    expect(await impossible(reopened, patching(reopening, on('10')))).toEqual([
      'ReopeningAuthorised: before-its-grant nobody',
    ]);
    expect(await impossible(reopened, patching(reopening, { note: 'after the move' }))).toEqual([]);
    const running = await givenAMine();
    const bySupervisors: Procedure['fourEyes'][string] = { request: ['supervisor'], grant: ['supervisor'] };
    const fourEyes = { ...strict1.fourEyes, ClosureWithdrawn: bySupervisors };
    await publishes(running, { ...strict1, fourEyes }, '2018-11-01T01:00:00Z');
    await running.at('2018-11-05T10:00:00+08:00').does(supervisor, 'ClosureOrdered');
    await running.at('2018-11-20T10:00:00+08:00').does(supervisor, 'ClosureWithdrawn');
    const withdrawal = await last(running, 'ClosureWithdrawn');
    expect(await impossible(running, patching(withdrawal, on('10')))).toEqual([
      'ClosureWithdrawn: before-its-grant nobody',
    ]);
  });

  test('but a withdrawal that nobody had to grant can have been earlier', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.at('2018-11-20T10:00:00+08:00').does(supervisor, 'ClosureWithdrawn');
    expect(await impossible(mine, patching(await last(mine, 'ClosureWithdrawn'), on('10')))).toEqual([]);
  });

  test('an order served before the day on which it was made', async () => {
    const mine = await givenAMine();
    await mine.at('2018-11-20T10:00:00+08:00').does(supervisor, 'ClosureOrdered', {}, on('05'));
    await mine.does(inspector, 'OrderServed', { servedAt: on('06').occurredAt });
    const order = await last(mine, 'ClosureOrdered');
    const service = await last(mine, 'OrderServed');
    const early = { servedAt: '2018-11-04T23:59:59+08:00' };
    expect(await impossible(mine, patching(service, early))).toEqual(['OrderServed: served-before-ordered inspector']);
    expect(await impossible(mine, patching(order, early))).toEqual([
      'ClosureOrdered: served-before-ordered inspector',
      'OrderServed: no-such-step nobody operating',
    ]);
    const sameDay = { servedAt: '2018-11-05T00:00:00+08:00' };
    expect(await impossible(mine, patching(service, sameDay))).toEqual([]);
    expect(await impossible(mine, patching(order, on('07')))).toEqual(['OrderServed: served-before-ordered inspector']);
  });

  test('a quashing at another time than its appeal was decided, or by one that did not quash', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(owner, 'AppealLodged', { appealId: 'A1' });
    await mine.at('2018-11-20T10:00:00+08:00').does(reviewer, 'AppealDecided', { decision: 'quashed' });
    const decision = await last(mine, 'AppealDecided');
    const quashing = await last(mine.at('2018-11-25T10:00:00+08:00'), 'ClosureQuashed');
    expect(await impossible(mine, patching(quashing, on('22')))).toEqual([
      'ClosureQuashed: no-such-step nobody operating',
    ]);
    expect(await impossible(mine, patching(decision, { decision: 'upheld' }))).toEqual([
      'ClosureQuashed: not-quashed reviewer A1',
    ]);
  });

  test('a case before its mine was registered; nothing is offered to be voided for it', async () => {
    const mine = await givenAMine();
    await mine.at('2018-11-05T10:00:00+08:00').does(owner, 'OwnerStatementFiled');
    await mine.at('2018-11-20T10:00:00+08:00').does(supervisor, 'ClosureOrdered');
    const corrections = [patching(await last(mine, 'MineRegistered'), on('10'))];
    expect(await impossible(mine, ...corrections)).toEqual(['OwnerStatementFiled: before-registration nobody']);
    const data = { corrections, reason: 'The file says otherwise' };
    const outcome = await mine.engine.previewCorrection({ mineId: mine.mineId, person: inspector, data });
    expect(outcome).toMatchObject({ preview: { dependents: null } });
  });

  test('a case without the closure it came from', async () => {
    const mine = await givenAMineThatIs('inspecting');
    expect(await impossible(mine, voiding(await last(mine, 'ClosureOrdered')))).toEqual([
      'InspectionStarted: no-such-step nobody operating',
    ]);
  });

  test('a case under another procedure than it was moved to', async () => {
    const mine = await givenAMineThatIs('closed');
    await publishes(mine, strict1, '2018-11-01T01:30:00Z');
    await mine.at('2018-11-02T09:00:00+08:00').does(supervisor, 'ProcedureMigrated', { procedure: 'strict@1' });
    const migration = await last(mine, 'ProcedureMigrated');
    const corrections = [patching(migration, { procedure: 'rectification@1' })];
    const refused = await mine.refuses(inspector, 'FactCorrected', { corrections });
    expect(because(refused)).toEqual(['invalid /data/corrections/0/patch/procedure']);
  });
});
