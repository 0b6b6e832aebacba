import { beforeEach, describe, expect, test } from '@jest/globals';
import { carryOutRun, openCampaign, type RunAct, startRun } from '@rectify/engine';
import { campaignReadsOf, readsOf, startProjector } from '../src/index.ts';
import { givenARegister, inAFolder, official, type Register, reading, secondSupervisor, supervisor } from './given.ts';

const campaignId = 'november-2018';
const now = '2018-11-05T09:00:00+08:00';
const order = { grounds: 'Strict inspection', authority: 'local authorities', legalBasis: 'not stated', campaignId };
const closing: RunAct = { kind: 'event', event: { type: 'ClosureOrdered', data: order } };

let register: Register;
let ids = 0;
const newId = () => `00000000-0000-4000-9000-${String(++ids).padStart(12, '0')}`;
const needs = () => ({ store: register.store, engine: register.engine, clock: () => now, newId });

beforeEach(async () => {
  register = await givenARegister();
  for (const mineId of ['A', 'B', 'C']) await register.registers(mineId);
  await open(campaignId);
});

async function open(id: string): Promise<void> {
  const data = {
    campaignId: id,
    name: 'Rectification',
    trigger: 'power-outage',
    regions: ['CN-XJ', 'CN-GZ'],
    authority: 'local authorities',
    legalBasis: 'not stated',
  };
  await openCampaign(needs(), { data, person: supervisor, commandId: id });
}

async function run(runId: string, mineIds: readonly string[], act: RunAct = closing): Promise<void> {
  const targets = [mineIds.map((mineId) => ({ mineId }))];
  const count = mineIds.length;
  await startRun(needs(), { campaignId, runId, person: supervisor, commandId: runId, act, count, targets });
}

const firstRun = '7d6ac2f1-27f4-5a44-9f6c-0d25a2d6b0a1';
const secondRun = '7d6ac2f1-27f4-5a44-9f6c-0d25a2d6b0a2';
const carryOut = (runId: string, signal?: AbortSignal) =>
  carryOutRun(needs(), { campaignId, runId }, signal ? { signal } : {});

/** Where the mines of a campaign stand, those of which there are none left out. */
async function cases(id = campaignId): Promise<Record<string, number>> {
  let counted: Record<string, number> = {};
  await reading(register.store, async (_reads, projector) => {
    const campaign = campaignReadsOf(projector).campaign(id, official);
    counted = thereAre(campaign?.cases);
  });
  return counted;
}

function thereAre(counted: Readonly<Record<string, number>> = {}): Record<string, number> {
  return Object.fromEntries(Object.entries(counted).filter(([, count]) => count > 0));
}

async function answerRequest(
  mineId: string,
  type: 'ApprovalGranted' | 'ApprovalDeclined',
  when: string,
): Promise<void> {
  const [approvalId = ''] = Object.keys((await register.foldedOf(mineId)).mine.approvals);
  const data = type === 'ApprovalGranted' ? { approvalId } : { approvalId, reason: 'Not this one.' };
  await register.does(mineId, secondSupervisor, type, data, when);
}

describe('where the mines of a campaign stand', () => {
  test('follows each from being aimed at to being reopened', async () => {
    await run(firstRun, ['A', 'B', 'C']);
    expect(await cases()).toEqual({ targeted: 3, untouched: 3 });
    await carryOut(firstRun);
    expect(await cases()).toEqual({ targeted: 3, requested: 3 });
    await answerRequest('A', 'ApprovalGranted', '2018-11-06T09:00:00+08:00');
    await answerRequest('B', 'ApprovalDeclined', '2018-11-06T09:00:00+08:00');
    expect(await cases()).toEqual({ targeted: 3, untouched: 1, requested: 1, closed: 1 });
    await register.reopens('A', '2018-11-09T09:00:00+08:00');
    expect(await cases()).toEqual({ targeted: 3, untouched: 1, requested: 1, reopened: 1 });
  });

  test('counts a mine that was closed for the campaign without a run, which nobody aimed at', async () => {
    await register.closes('A', '2018-11-06T09:00:00+08:00', { campaignId });
    expect(await cases()).toEqual({ closed: 1 });
  });

  test('is told region by region too', async () => {
    await register.registers('D', { region: 'CN-GZ' });
    await run(firstRun, ['A', 'B', 'D']);
    await carryOut(firstRun);
    await answerRequest('D', 'ApprovalGranted', '2018-11-06T09:00:00+08:00');
    await reading(register.store, async (_reads, projector) => {
      const campaign = campaignReadsOf(projector).campaign(campaignId, official);
      expect(Object.entries(campaign?.byRegion ?? {}).map(([region, its]) => [region, thereAre(its)])).toEqual([
        ['CN-GZ', { targeted: 1, closed: 1 }],
        ['CN-XJ', { targeted: 2, requested: 2 }],
      ]);
    });
  });

  test('keeps in each campaign what became of the mine there', async () => {
    await open('december-2018');
    await register.closes('A', '2018-11-06T09:00:00+08:00', { campaignId });
    await register.does('A', supervisor, 'ClosureWithdrawn', { reason: 'In error.' }, '2018-11-07T09:00:00+08:00');
    await register.closes('A', '2018-12-06T09:00:00+08:00', { campaignId: 'december-2018' });
    expect(await cases()).toEqual({ withdrawn: 1 });
    expect(await cases('december-2018')).toEqual({ closed: 1 });
  });
});

describe('requests that wait in a campaign', () => {
  test('are those that name it and those of the mines it has shut, by the event requested', async () => {
    await register.attempts('A', supervisor, 'ClosureOrdered', order, now);
    await register.attempts('B', supervisor, 'ClosureOrdered', { ...order, campaignId: 'another' }, now);
    await register.closes('C', now, { campaignId });
    const operator = { id: 'operator-new', name: 'Another Computing Co.' };
    await register.attempts('C', supervisor, 'OperatorChanged', { operator, reason: 'Sold.' }, now);
    await reading(register.store, async (_reads, projector) => {
      const reads = campaignReadsOf(projector);
      const waiting = (approvalType: 'ClosureOrdered' | 'OperatorChanged') =>
        reads.requests(campaignId, { approvalType, limit: 50, cursor: undefined }, official)?.items;
      expect(waiting('ClosureOrdered')).toMatchObject([{ mineId: 'A', requestedBy: { id: 'wang.fang' } }]);
      expect(waiting('OperatorChanged')).toMatchObject([{ mineId: 'C' }]);
    });
  });
});

describe('runs', () => {
  test('that were started are unfinished until they are complete; one that was only listed is none', async () => {
    const stop = AbortSignal.abort();
    await run(firstRun, ['A', 'B']);
    await run(secondRun, ['C'], {
      kind: 'event',
      event: { type: 'NoteAdded', data: { text: 'x', visibility: 'owner' } },
    });
    await carryOut(firstRun, stop);
    await carryOut(secondRun);
    await reading(register.store, async (_reads, projector) => {
      const reads = campaignReadsOf(projector);
      expect(reads.unfinishedRuns()).toEqual([{ campaignId, runId: firstRun, reported: 0 }]);
      const query = { limit: 1, cursor: undefined, outcome: undefined };
      const page = reads.run(campaignId, firstRun, query, official);
      expect(page).toMatchObject({
        run: { completedAt: null, outcomes: { waiting: 2 } },
        items: [{ mineId: 'A', name: 'Demonstration Mine A', outcome: 'waiting' }],
        total: 2,
      });
      const rest = reads.run(campaignId, firstRun, { ...query, cursor: page?.next }, official);
      expect(rest).toMatchObject({ items: [{ mineId: 'B' }] });
      expect(rest?.next).toBeUndefined();
      expect(reads.run('another', firstRun, query, official)).toBeUndefined();
    });
  });
});

test('campaigns are folded the same by a projector that stops and goes on as by one that begins anew', async () => {
  await inAFolder(async (file) => {
    const steps = [
      () => run(firstRun, ['A', 'B', 'C']),
      () => carryOut(firstRun),
      () => answerRequest('A', 'ApprovalGranted', '2018-11-06T09:00:00+08:00'),
      () => answerRequest('B', 'ApprovalDeclined', '2018-11-06T09:00:00+08:00'),
      () => register.reopens('A', '2018-11-09T09:00:00+08:00'),
      () => run(secondRun, ['A', 'B']),
    ];
    for (const step of steps) {
      await step();
      const projector = startProjector({ store: register.store, file: file('read.db') });
      await projector.caughtUp();
      const digests = await readsOf(projector).digests();
      await projector.close();
      await reading(register.store, async (anew) => expect(digests).toEqual(await anew.digests()));
    }
  });
});
