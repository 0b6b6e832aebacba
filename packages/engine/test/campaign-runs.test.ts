import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  type CaseReport,
  carryOutRun,
  createEngine,
  type Engine,
  type EventStore,
  isRunStream,
  knownCampaign,
  openCampaign,
  openStore,
  type Person,
  type RunAct,
  runFactOf,
  sendCampaignEvent,
  startRun,
  type Target,
} from '../src/index.ts';
import { idsInSequence, inspector, secondSupervisor, supervisor } from './given.ts';
import { registration } from './well-formed.ts';

const campaignId = 'november-2018';
const runId = '7d6ac2f1-27f4-5a44-9f6c-0d25a2d6b0a1';
const now = '2018-11-05T09:00:00+08:00';
const order = { grounds: 'Strict inspection', authority: 'local authorities', legalBasis: 'not stated', campaignId };
const closing = { kind: 'event', event: { type: 'ClosureOrdered', data: order } } as const;

let store: EventStore;
let engine: Engine;
const newId = idsInSequence();
const needs = () => ({ store, engine, clock: () => now, newId });

beforeEach(async () => {
  store = await openStore('memory:', { newStoreId: () => 'runs' });
  engine = createEngine(needs());
  const data = {
    campaignId,
    name: 'Rectification',
    trigger: 'power-outage',
    regions: ['CN-XJ'],
    authority: 'local authorities',
    legalBasis: 'not stated',
  };
  await openCampaign(needs(), { data, person: supervisor, commandId: 'opening' });
});

async function givenMines(count: number, region = 'CN-XJ'): Promise<string[]> {
  const mineIds = Array.from({ length: count }, (_, number) => `${region.slice(3)}-${String(number).padStart(4, '0')}`);
  for (const mineId of mineIds)
    await engine.register({ person: inspector, commandId: mineId, data: { ...registration, mineId, region } });
  return mineIds;
}

const start = (
  targets: readonly Target[],
  { act = closing, person = supervisor }: { act?: RunAct; person?: Person } = {},
) => startRun(needs(), { campaignId, runId, person, commandId: runId, act, count: targets.length, targets: [targets] });

const carryOut = (options?: Parameters<typeof carryOutRun>[2]) => carryOutRun(needs(), { campaignId, runId }, options);

async function reported(): Promise<CaseReport[]> {
  const cases: CaseReport[] = [];
  for await (const batch of store.readAll())
    for (const event of batch.filter(({ stream }) => isRunStream(stream))) {
      const { type, data } = runFactOf(event);
      if (type === 'RunCasesReported') cases.push(...data.cases);
    }
  return cases;
}

async function requestsOf(mineIds: readonly string[]): Promise<number[]> {
  const loaded = await Promise.all(mineIds.map((mineId) => engine.load(mineId)));
  return loaded.map((mine) => (mine?.facts ?? []).filter(({ type }) => type === 'ApprovalRequested').length);
}

describe('a run of a campaign', () => {
  test('sends one command to each of its cases and reports what became of every one, in their order', async () => {
    const mineIds = await givenMines(3);
    await engine.send({
      mineId: 'XJ-0001',
      person: supervisor,
      type: 'MineDecommissioned',
      data: { reason: 'x' },
      commandId: 'd',
    });
    await start(mineIds.map((mineId) => ({ mineId })));
    expect(await carryOut()).toEqual({ stored: 0, requested: 2, refused: 1 });
    expect(await reported()).toMatchObject([
      { mineId: 'XJ-0000', outcome: 'requested', approvalId: expect.any(String) },
      { mineId: 'XJ-0001', outcome: 'refused', reasons: [{ code: 'no-such-step' }] },
      { mineId: 'XJ-0002', outcome: 'requested' },
    ]);
    expect((await knownCampaign(store, campaignId))?.campaign.runs).toMatchObject([
      { runId, count: 3, completedAt: now, outcomes: { requested: 2, refused: 1 }, startedBy: { id: 'supervisor-1' } },
    ]);
  });

  test('that is cut off anywhere goes on where it was left, and asks for each closure once', async () => {
    const mineIds = await givenMines(350);
    await start(mineIds.map((mineId) => ({ mineId })));
    const stop = new AbortController();
    expect(await carryOut({ signal: stop.signal, onProgress: (done) => done >= 200 && stop.abort() })).toBeUndefined();
    expect(await reported()).toHaveLength(200);
    // What was sent and not reported yet is sent again.
    const [unreported] = mineIds.slice(200);
    await engine.send({
      ...closing.event,
      mineId: unreported ?? '',
      person: supervisor,
      commandId: `${runId}/${unreported}`,
    });
    engine = createEngine(needs());
    expect(await carryOut()).toEqual({ stored: 0, requested: 350, refused: 0 });
    expect((await reported()).map(({ mineId }) => mineId)).toEqual(mineIds);
    expect(new Set(await requestsOf(mineIds))).toEqual(new Set([1]));
  });

  test('may be carried out by two nodes at once: each case is done and reported once', async () => {
    const mineIds = await givenMines(250);
    await start(mineIds.map((mineId) => ({ mineId })));
    const other = createEngine(needs());
    const both = [needs(), { ...needs(), engine: other }].map((node) => carryOutRun(node, { campaignId, runId }));
    expect(await Promise.all(both)).toEqual(Array(2).fill({ stored: 0, requested: 250, refused: 0 }));
    expect((await reported()).map(({ mineId }) => mineId)).toEqual(mineIds);
    expect(new Set(await requestsOf(mineIds))).toEqual(new Set([1]));
    const { facts } = (await knownCampaign(store, campaignId)) ?? { facts: [] };
    expect(facts.filter(({ type }) => type === 'CampaignRunCompleted')).toHaveLength(1);
  });

  test('reaches only mines in the campaign’s regions', async () => {
    const [mineId = ''] = await givenMines(1, 'CN-GZ');
    await start([{ mineId }]);
    await carryOut();
    expect(await reported()).toMatchObject([{ outcome: 'refused', reasons: [{ code: 'outside-campaign' }] }]);
  });

  test('does not ask again for what another run has asked for', async () => {
    const [mineId = ''] = await givenMines(1);
    await start([{ mineId }]);
    await carryOut();
    const another = { campaignId, runId: '7d6ac2f1-27f4-5a44-9f6c-0d25a2d6b0a2' };
    const command = { ...another, person: secondSupervisor, commandId: 'another', act: closing, count: 1 };
    await startRun(needs(), { ...command, targets: [[{ mineId }]] });
    await carryOutRun(needs(), another);
    expect((await reported()).at(-1)).toMatchObject({ outcome: 'refused', reasons: [{ code: 'requested-already' }] });
    expect(await requestsOf([mineId])).toEqual([1]);
  });

  test('acts with the rights of whoever started it', async () => {
    const [mineId = ''] = await givenMines(1);
    await sendCampaignEvent(needs(), {
      campaignId,
      type: 'CampaignExtended',
      data: { regions: ['CN-GZ'], reason: 'Further mines.' },
      person: supervisor,
      commandId: 'extending',
    });
    await start([{ mineId }], { person: { ...supervisor, regions: ['CN-GZ'] } });
    await carryOut();
    expect(await reported()).toMatchObject([{ outcome: 'refused', reasons: [{ code: 'not-yours' }] }]);
  });

  test('is started by an inspector too, for what is an inspector’s to do, and by nobody who decides neither', async () => {
    const [mineId = ''] = await givenMines(1);
    expect(await start([{ mineId }], { person: { ...inspector, role: 'licensing' } })).toMatchObject({
      rejection: { code: 'forbidden', who: ['inspector', 'supervisor'] },
    });
    await start([{ mineId }], { person: inspector });
    await carryOut();
    expect(await reported()).toMatchObject([{ outcome: 'requested' }]);
  });

  test('grants requests together, each saying of how many it is one; one’s own stay for another person', async () => {
    const mineIds = await givenMines(3);
    const targets: Target[] = [];
    for (const [index, mineId] of mineIds.entries()) {
      const person = index === 0 ? secondSupervisor : supervisor;
      const outcome = await engine.send({ ...closing.event, mineId, person, commandId: `request of ${mineId}` });
      if (outcome.kind === 'approval') targets.push({ mineId, approvalId: outcome.approval.approvalId });
    }
    const act: RunAct = { kind: 'grant', approvalType: 'ClosureOrdered', excluded: [] };
    await start(targets, { act, person: secondSupervisor });
    expect(await carryOut()).toEqual({ stored: 2, requested: 0, refused: 1 });
    expect(await reported()).toMatchObject([
      { mineId: 'XJ-0000', outcome: 'refused', reasons: [{ code: 'same-person' }] },
      { mineId: 'XJ-0001', outcome: 'stored' },
      { mineId: 'XJ-0002', outcome: 'stored' },
    ]);
    const facts = (await engine.load('XJ-0001'))?.facts ?? [];
    expect(facts.slice(-2)).toMatchObject([
      { type: 'ApprovalGranted', data: { oneOf: 3 }, actor: { id: 'supervisor-2' } },
      { type: 'ClosureOrdered', actor: { id: 'supervisor-1' }, approvedBy: { id: 'supervisor-2' } },
    ]);
  });

  test('is not started in a closed campaign, and none is closed while one is under way', async () => {
    const [mineId = ''] = await givenMines(1);
    const close = (commandId: string) =>
      sendCampaignEvent(needs(), {
        campaignId,
        type: 'CampaignClosed',
        data: { reason: 'All sites were visited.' },
        person: supervisor,
        commandId,
      });
    await start([{ mineId }]);
    expect(await close('early')).toMatchObject({ rejection: { reasons: [{ code: 'run-under-way', about: runId }] } });
    await carryOut();
    expect(await close('late')).toMatchObject({ kind: 'accepted' });
    const another = { campaignId, runId: '00000000-0000-5000-8000-000000000000', act: closing, count: 1 };
    expect(
      await startRun(needs(), { ...another, person: supervisor, commandId: 'again', targets: [[{ mineId }]] }),
    ).toMatchObject({ rejection: { code: 'illegal-transition', reasons: [{ code: 'campaign-closed' }] } });
  });

  test('that is started twice is one run', async () => {
    const [mineId = ''] = await givenMines(1);
    const first = await start([{ mineId }]);
    expect(await start([{ mineId }])).toEqual({ ...first, duplicate: true });
    await carryOut();
    await carryOut();
    expect(await reported()).toHaveLength(1);
  });
});
