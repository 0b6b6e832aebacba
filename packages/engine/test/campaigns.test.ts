import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  campaignStream,
  type EventStore,
  openCampaign,
  openStore,
  type Person,
  type RecordedEvent,
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
    expect(await open(campaign, supervisor, more)).toEqual({ kind: 'accepted', campaign });
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
    expect(await open({ ...campaign, name: 'Another' })).toEqual({
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
});
