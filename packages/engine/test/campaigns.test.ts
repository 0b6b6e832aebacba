import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  campaignStream,
  type EventStore,
  openCampaign,
  openStore,
  type Person,
  type RecordedEvent,
  sendCampaignEvent,
} from '../src/index.ts';

const supervisor: Person = {
  id: 'supervisor-xj-1',
  role: 'supervisor',
  office: 'energy',
  regions: ['CN-GZ', 'CN-XJ'],
  mines: [],
};

const campaign = {
  campaignId: 'november-2018',
  name: 'Rectification, November 2018',
  trigger: 'power-outage',
  regions: ['CN-GZ', 'CN-XJ'],
  authority: 'local authorities',
  legalBasis: 'not stated',
};

const now = '2018-11-05T09:00:00+08:00';

describe('a campaign', () => {
  let store: EventStore;
  let ids = 0;
  const newId = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`;
  const open = (data: unknown, person = supervisor, more: object = {}) =>
    openCampaign({ store, clock: () => now, newId }, { data, person, commandId: 'c1', ...more });
  const stored = async () => {
    const events: RecordedEvent[] = [];
    for await (const batch of store.readAll()) events.push(...batch);
    return events;
  };

  beforeEach(async () => {
    store = await openStore('memory:', { newStoreId: () => 'campaigns' });
  });

  test('is opened in a stream of its own, with who, when in the world, when recorded, and from what source', async () => {
    const source = { kind: 'report', quote: 'power outages', attribution: 'a newspaper' };
    const more = { occurredAt: '2018-11-05T00:00:00+08:00', occurredAtPrecision: 'day', source };
    expect(await open(campaign, supervisor, more)).toMatchObject({ kind: 'accepted', campaign, duplicate: false });
    expect(await stored()).toMatchObject([
      {
        stream: campaignStream('november-2018'),
        type: 'CampaignOpened',
        data: campaign,
        metadata: {
          occurredAt: '2018-11-05T00:00:00+08:00',
          occurredAtPrecision: 'day',
          recordedAt: now,
          actor: { id: 'supervisor-xj-1', role: 'supervisor', office: 'energy' },
          source,
        },
      },
    ]);
  });

  test('has no date for its trigger unless one is stated', async () => {
    await open(campaign);
    expect((await stored())[0]?.data).not.toHaveProperty('triggeredOn');
  });

  test('is not opened twice', async () => {
    await open(campaign);
    expect(await open({ ...campaign, name: 'Another' }, supervisor, { commandId: 'c2' })).toEqual({
      kind: 'rejected',
      rejection: { code: 'campaign-exists', campaignId: 'november-2018' },
    });
    expect(await stored()).toHaveLength(1);
  });

  test.each([
    ['by an inspector', { ...supervisor, role: 'inspector' as const }, 'only supervisor'],
    ['by a supervisor of one of its regions alone', { ...supervisor, regions: ['CN-XJ'] }, 'You do not act in CN-GZ.'],
  ])('is not opened %s', async (_who, person, detail) => {
    expect(await open(campaign, person)).toMatchObject({
      rejection: { code: 'forbidden', detail: expect.stringContaining(detail) },
    });
    expect(await stored()).toHaveLength(0);
  });

  test('that lacks its data, lies in the future or holds an identity number is refused with everything wrong at once', async () => {
    const data = { ...campaign, regions: [], authority: 'officer 110101199003070134' };
    expect(await open(data, supervisor, { occurredAt: '2018-11-06T00:00:00+08:00' })).toMatchObject({
      rejection: {
        code: 'invalid',
        faults: [{ pointer: '/data/regions' }, { pointer: '/occurredAt' }, { pointer: '/data/authority' }],
      },
    });
  });

  test('without an id gets one from who opens it and the key, so that the same again is the same campaign', async () => {
    const { campaignId: _chosen, ...data } = campaign;
    const [first, again, another] = [
      await open(data),
      await open(data),
      await open(data, supervisor, { commandId: 'c2' }),
    ];
    expect(again).toEqual({ ...first, duplicate: true });
    expect(another).toMatchObject({ kind: 'accepted', duplicate: false });
    expect(await stored()).toHaveLength(2);
  });

  test('is not opened by a key that was used for something else', async () => {
    await open(campaign);
    expect(await open({ ...campaign, name: 'Another' })).toEqual({
      kind: 'rejected',
      rejection: { code: 'key-reused', commandId: 'c1' },
    });
  });
});

describe('an open campaign', () => {
  let store: EventStore;
  let ids = 0;
  let keys = 0;
  const newId = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`;
  const needs = () => ({ store, clock: () => now, newId });
  const send = (type: string, data: unknown, person = supervisor, commandId = `key-${++keys}`) =>
    sendCampaignEvent(needs(), { campaignId: 'november-2018', type, data, person, commandId });
  const because = async (outcome: ReturnType<typeof send>) => {
    const answered = await outcome;
    if (answered.kind !== 'rejected') throw new Error('it was accepted');
    const { rejection } = answered;
    return 'reasons' in rejection ? rejection.reasons.map(({ code, about }) => `${code} ${about}`) : [rejection.code];
  };

  beforeEach(async () => {
    store = await openStore('memory:', { newStoreId: () => 'campaigns' });
    const data = { ...campaign, until: '2018-12-31' };
    await openCampaign(needs(), { data, person: supervisor, commandId: 'opening' });
  });

  test('is extended by regions and days, with a reason, and keeps both what was and what is', async () => {
    const everywhere = { ...supervisor, regions: 'all' as const };
    const data = { regions: ['CN-SC'], until: '2019-01-31', reason: 'Mines move to Sichuan.' };
    expect(await send('CampaignExtended', data, everywhere)).toMatchObject({
      kind: 'accepted',
      campaign: {
        regions: ['CN-GZ', 'CN-XJ', 'CN-SC'],
        until: '2019-01-31',
        extensions: [{ ...data, by: { id: 'supervisor-xj-1' } }],
      },
    });
  });

  test('is not extended by what it has already, by an earlier day, by nothing, or without a reason', async () => {
    const reason = 'More of the same.';
    expect(await because(send('CampaignExtended', { regions: ['CN-XJ'], until: '2018-12-31', reason }))).toEqual([
      'region-known CN-XJ',
      'not-later 2018-12-31',
    ]);
    expect(await because(send('CampaignExtended', { reason }))).toEqual(['invalid']);
    expect(await because(send('CampaignExtended', { until: '2019-01-31' }))).toEqual(['invalid']);
  });

  test('is extended only by a supervisor who acts in the further regions', async () => {
    expect(await because(send('CampaignExtended', { regions: ['CN-SC'], reason: 'More.' }))).toEqual(['forbidden']);
    const inspector = { ...supervisor, role: 'inspector' as const };
    expect(await because(send('CampaignExtended', { until: '2019-01-31', reason: 'More.' }, inspector))).toEqual([
      'forbidden',
    ]);
  });

  test('is closed once and for all, with a reason', async () => {
    expect(await send('CampaignClosed', { reason: 'All sites were visited.' })).toMatchObject({
      campaign: { closed: { reason: 'All sites were visited.', by: { id: 'supervisor-xj-1' } } },
    });
    expect(await because(send('CampaignExtended', { until: '2019-01-31', reason: 'More.' }))).toEqual([
      'campaign-closed november-2018',
    ]);
    expect(await because(send('CampaignClosed', { reason: 'Again.' }))).toEqual(['campaign-closed november-2018']);
  });

  test('takes the same command twice as one, and refuses its key for another', async () => {
    const close = (reason: string) => send('CampaignClosed', { reason }, supervisor, 'closing');
    const first = await close('Done.');
    expect(await close('Done.')).toEqual({ ...first, duplicate: true });
    expect(await because(close('Done, really.'))).toEqual(['key-reused']);
  });

  test('takes from people neither what runs do to it nor what is no event of campaigns', async () => {
    expect(await because(send('CampaignRunCompleted', {}))).toEqual(['forbidden']);
    expect(await because(send('ClosureOrdered', {}))).toEqual(['unknown-event-type']);
  });

  test('that does not exist is not found', async () => {
    const command = { campaignId: 'none', type: 'CampaignClosed', data: { reason: 'x' }, person: supervisor };
    expect(await sendCampaignEvent(needs(), { ...command, commandId: 'c' })).toEqual({
      kind: 'rejected',
      rejection: { code: 'unknown-campaign', campaignId: 'none' },
    });
  });
});
