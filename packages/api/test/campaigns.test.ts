import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  campaignList,
  campaignWithCases,
  mineList,
  type RunReport,
  requestList,
  runReport,
} from '@rectify/projections';
import { previewAnswer, startedAnswer } from '../src/campaigns/preview-answer.ts';
import { type Answer, closureOrdered, givenClosed, givenMine, givenServer, note, type TestServer } from './given.ts';
import { follow } from './listening-client.ts';

let server: TestServer;
let supervisor: string;
let second: string;

const opening = {
  campaignId: 'november-2018',
  name: 'Rectification, November 2018',
  trigger: 'power-outage',
  regions: ['CN-XJ'],
  authority: 'local authorities',
  legalBasis: 'not stated',
};

beforeAll(async () => {
  server = await givenServer();
  supervisor = await server.signIn({ role: 'supervisor', actor: 'supervisor-1' });
  second = await server.signIn({ role: 'supervisor', actor: 'supervisor-2' });
});

afterAll(async () => server[Symbol.asyncDispose]());

/** A campaign of its own for a test, with running mines of its own. */
async function givenCampaign(name: string, mines: readonly string[], regions = ['CN-XJ']): Promise<string> {
  for (const mineId of mines) await givenMine(server, mineId, mineId.startsWith('GZ') ? 'CN-GZ' : 'CN-XJ');
  const opened = await server.post('/v1/campaigns', { ...opening, campaignId: name, regions }, { as: supervisor });
  expect(opened.status).toBe(201);
  return `/v1/campaigns/${name}`;
}

const preview = async (path: string, asked: object, as = supervisor) =>
  server.post(`${path}/preview`, { event: closureOrdered, ...asked }, { as });

async function tokenOf(path: string, asked: object): Promise<string> {
  const { token } = previewAnswer.parse((await preview(path, asked)).body);
  if (!token) throw new Error('the preview selects nothing');
  return token;
}

const start = (path: string, token: string, as = supervisor) => server.post(`${path}/runs`, { token }, { as });

const grant = (path: string, sent: object, as = second, key: string = crypto.randomUUID()) =>
  server.post(`${path}/grants`, sent, { as, headers: { 'Idempotency-Key': key } });

/** The report of a run that was started, when it is complete. */
async function reportOf(path: string, answer: Answer): Promise<RunReport> {
  if (answer.status !== 202) throw new Error(answer.text);
  const { run } = startedAnswer.parse(answer.body);
  for (;;) {
    const report = runReport.parse((await server.get(`${path}/runs/${run.runId}`, { as: supervisor })).body);
    if (report.run.completedAt !== null) return report;
  }
}

/** The read side as it is after all that was answered. */
async function read(path: string, after?: Answer, as = supervisor): Promise<Answer> {
  const position = after?.headers.get('rectify-position');
  return server.get(path, { as, ...(position && { headers: { 'Rectify-After': position } }) });
}

async function requestIn(answer: Answer, path: string) {
  return requestList.parse((await read(`${path}/requests`, answer)).body);
}

describe('a campaign', () => {
  test('is opened, extended and closed, and is listed with where its mines stand', async () => {
    const path = await givenCampaign('opened', ['OP-1', 'OP-2']);
    await givenClosed(server, 'OP-2');
    await reportOf(path, await start(path, await tokenOf(path, { query: { q: 'OP-' } })));
    const data = { regions: ['CN-GZ'], reason: 'The outage reached Guizhou.' };
    await server.post(`${path}/events`, { type: 'CampaignExtended', data }, { as: supervisor });
    const closing = { type: 'CampaignClosed', data: { reason: 'All sites were visited.' } };
    const closed = await server.post(`${path}/events`, closing, { as: supervisor });
    const campaign = campaignWithCases.parse((await read(path, closed)).body);
    expect(campaign).toMatchObject({
      campaignId: 'opened',
      state: 'closed',
      regions: ['CN-XJ', 'CN-GZ'],
      closed: { reason: 'All sites were visited.', by: { id: 'supervisor-1' } },
      cases: { targeted: 2, untouched: 1, requested: 1, closed: 0 },
      runs: [{ count: 2, outcomes: { requested: 1, refused: 1, waiting: 0 } }],
    });
    const list = campaignList.parse((await read('/v1/campaigns?state=closed')).body);
    expect(list.items).toContainEqual(campaign);
  });

  test('says what is wrong with its opening where it is', async () => {
    const answer = await server.post('/v1/campaigns', { ...opening, regions: [] }, { as: supervisor });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/regions' }] } });
  });

  test('that does not exist is not found', async () => {
    const answers = await Promise.all([
      read('/v1/campaigns/none'),
      preview('/v1/campaigns/none', { query: {} }),
      grant('/v1/campaigns/none', { expectedCount: 1 }),
      server.post('/v1/campaigns/none/events', { type: 'CampaignClosed', data: { reason: 'x' } }, { as: supervisor }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  test('shows an analyst pseudonyms', async () => {
    const path = await givenCampaign('pseudonyms', ['PS-1']);
    const analyst = await server.signIn({ role: 'analyst' });
    await using follower = await follow(server, { as: analyst, query: '?campaign=pseudonyms' });
    await follower.started();
    const assigned = { type: 'CaseAssigned', data: { assignee: 'inspector-7' } };
    await server.post('/v1/mines/PS-1/events', assigned, { as: supervisor });
    const reassigned = { type: 'CaseAssigned', data: { assignee: 'inspector-8' } };
    const asked = { query: { q: 'PS-', assignee: 'inspector-7' }, event: reassigned };
    await reportOf(path, await start(path, await tokenOf(path, asked)));
    const heard = [];
    while (heard.length < 5) heard.push((await follower.next())?.data);
    const { text } = await read(path, undefined, analyst);
    for (const told of [text, heard.join('\n')]) {
      expect(told).toContain('person-');
      expect(told).not.toMatch(/(supervisor|inspector)-\d/);
    }
  });
});

describe('a preview', () => {
  test('counts first, by group, and shows of each case what would happen to it', async () => {
    const path = await givenCampaign('counted', ['PR-1', 'PR-2', 'GZ-PR-3']);
    await givenClosed(server, 'PR-2');
    const answer = await preview(path, { query: { q: 'PR-' } });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        count: 3,
        foreseen: { accepted: 0, needsApproval: 1, refused: 2 },
        refusedBecause: { 'no-such-step': 1, 'outside-campaign': 1 },
        token: expect.any(String),
        items: [
          { mineId: 'GZ-PR-3', outcome: 'refused', reasons: [{ code: 'outside-campaign', about: 'CN-GZ' }] },
          { mineId: 'PR-1', outcome: 'needs-approval', status: 'operating' },
          { mineId: 'PR-2', outcome: 'refused', reasons: [{ code: 'no-such-step' }] },
        ],
      },
    });
    expect(answer.body).not.toHaveProperty('next');
  });

  test('is paged, and narrowed to a group, while its counts are of all', async () => {
    const mines = ['PG-1', 'PG-2', 'PG-3', 'PG-4', 'PG-5'];
    const path = await givenCampaign('paged', mines);
    await givenClosed(server, 'PG-3');
    const asked = { query: { q: 'PG-' }, outcome: ['needs-approval'], limit: 2 };
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = previewAnswer.parse((await preview(path, { ...asked, ...(cursor && { cursor }) })).body);
      if (cursor === undefined) expect(page).toMatchObject({ count: 5, foreseen: { needsApproval: 4, refused: 1 } });
      seen.push(...page.items.map(({ mineId }) => mineId));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(seen).toEqual(['PG-1', 'PG-2', 'PG-4', 'PG-5']);
  });

  test('holds the mines that the list with the same query holds', async () => {
    const path = await givenCampaign('shared', ['SH-1', 'SH-2', 'GZ-SH-3']);
    await givenClosed(server, 'SH-2');
    for (const query of [{}, { q: 'SH-' }, { region: 'CN-GZ' }, { status: ['closed', 'operating'] }, { shut: true }]) {
      const parameters = new URLSearchParams();
      for (const [name, value] of Object.entries(query)) parameters.set(name, String(value));
      const list = mineList.parse((await read(`/v1/mines?limit=500&${parameters}`)).body);
      const { count, items } = previewAnswer.parse((await preview(path, { query, event: note, limit: 500 })).body);
      expect({ count, mines: items.map(({ mineId }) => mineId) }).toEqual({
        count: list.total,
        mines: list.items.map(({ mineId }) => mineId),
      });
    }
  });

  test('of mines chosen one by one holds those of them that fit, and no others; a run of it aims at them alone', async () => {
    const path = await givenCampaign('chosen', ['CH-1', 'CH-2', 'CH-3']);
    const query = { mineId: ['CH-3', 'CH-1', 'no such mine'] };
    const { items } = previewAnswer.parse((await preview(path, { query, event: note })).body);
    expect(items.map(({ mineId }) => mineId)).toEqual(['CH-1', 'CH-3']);
    const narrowed = { mineId: 'CH-1,CH-2', q: 'CH-2' };
    expect((await preview(path, { query: narrowed, event: note })).body).toMatchObject({ count: 1 });
    const report = await reportOf(path, await start(path, await tokenOf(path, { query, event: note })));
    expect(report.items.map(({ mineId }) => mineId)).toEqual(['CH-1', 'CH-3']);
  });

  test('does not take more chosen mines than it can name', async () => {
    const path = await givenCampaign('too-many-chosen', []);
    const query = { mineId: Array.from({ length: 501 }, (_, number) => `CH-${number}`) };
    expect((await preview(path, { query })).body).toMatchObject({ errors: [{ pointer: '/query/mineId' }] });
  });

  test.each([
    ['an unknown filter', { query: { colour: 'red' } }, ['/query/colour']],
    ['an instant of the past', { query: { asOf: '2018-11-11T00:00:00+08:00' } }, ['/query/asOf']],
    ['data that does not fit', { query: {}, event: { type: 'ClosureOrdered', data: {} } }, ['/event/data/grounds']],
    ['what is about one mine alone', { query: {}, event: { type: 'MineRegistered', data: {} } }, ['/event/type']],
    [
      'an order of another campaign',
      { query: {}, event: { ...closureOrdered, data: { ...closureOrdered.data, campaignId: 'another' } } },
      ['/event/data/campaignId'],
    ],
  ])('refuses %s', async (_what, asked, pointers) => {
    await server.post('/v1/campaigns', { ...opening, campaignId: 'refusing' }, { as: supervisor });
    const { status, body } = await preview('/v1/campaigns/refusing', asked);
    expect({ status, errors: body.errors }).toMatchObject({
      status: 422,
      errors: expect.arrayContaining(pointers.map((pointer) => expect.objectContaining({ pointer }))),
    });
  });

  test('of nothing gives nothing to act on', async () => {
    const path = await givenCampaign('nothing', []);
    expect((await preview(path, { query: { q: 'no such mine' } })).body).toMatchObject({ count: 0, token: null });
  });
});

describe('a run', () => {
  test('does what was previewed: one request for each mine, naming the campaign, each reported', async () => {
    const mines = ['RU-1', 'RU-2', 'RU-3'];
    const path = await givenCampaign('running', mines);
    const report = await reportOf(path, await start(path, await tokenOf(path, { query: { q: 'RU-' } })));
    expect(report).toMatchObject({
      run: { kind: 'event', type: 'ClosureOrdered', count: 3, startedBy: { id: 'supervisor-1' } },
      items: mines.map((mineId) => ({ mineId, outcome: 'requested', approvalId: expect.any(String) })),
      total: 3,
    });
    const { items } = requestList.parse((await read(`${path}/requests`)).body);
    expect(items.map(({ mineId }) => mineId)).toEqual(mines);
    const history = await read('/v1/mines/RU-1/events');
    expect(history.body.items).toContainEqual(
      expect.objectContaining({
        type: 'ApprovalRequested',
        data: expect.objectContaining({
          event: expect.objectContaining({ data: { ...closureOrdered.data, campaignId: 'running' } }),
        }),
      }),
    );
  });

  test('tells those who follow its campaign how far it is, and nobody else', async () => {
    const path = await givenCampaign('followed', ['FO-1', 'FO-2']);
    await using follower = await follow(server, { as: second, query: '?campaign=followed' });
    await follower.started();
    await reportOf(path, await start(path, await tokenOf(path, { query: { q: 'FO-' }, event: note })));
    const heard: unknown[] = [];
    while (heard.length < 5) heard.push(JSON.parse((await follower.next())?.data ?? ''));
    expect(heard).toMatchObject([
      { type: 'RunTargetsListed', listed: 2 },
      { type: 'CampaignTargetsSelected', data: { count: 2 }, actor: { id: 'supervisor-1' } },
      { type: 'CampaignRunStarted', campaignId: 'followed' },
      { type: 'RunCasesReported', done: 2 },
      { type: 'CampaignRunCompleted', data: { stored: 2 } },
    ]);
    const owner = await server.signIn({ role: 'owner', mines: ['FO-1'] });
    await using nosy = await follow(server, { as: owner, query: '?campaign=followed' });
    expect(nosy.status).toBe(404);
  });

  test('of one preview is one run, however often it is started', async () => {
    const path = await givenCampaign('once', ['ON-1']);
    const token = await tokenOf(path, { query: { q: 'ON-' }, event: note });
    const first = await start(path, token);
    await reportOf(path, first);
    const again = await start(path, token);
    expect(startedAnswer.parse(again.body)).toMatchObject({
      duplicate: true,
      run: { runId: startedAnswer.parse(first.body).run.runId, completedAt: expect.any(String) },
    });
    const history = await read('/v1/mines/ON-1/events');
    expect(history.body.total).toBe(2);
  });

  test.each([
    ['a case has entered', () => givenMine(server, 'CH-9'), 'CH-9'],
    ['a case would come to something else', () => givenClosed(server, 'CH-1'), 'CH-1'],
  ])('is not started once %s, and says which case was touched', async (what, change, mineId) => {
    const path = await givenCampaign(`changed-${what.length}`, ['CH-1', 'CH-2']);
    const token = await tokenOf(path, { query: { q: 'CH-' } });
    await change();
    expect(await start(path, token)).toMatchObject({
      status: 409,
      body: { type: 'selection-changed', reasons: [{ code: 'case-touched', about: mineId }] },
    });
    expect(campaignWithCases.parse((await read(path)).body).runs).toEqual([]);
  });

  test('is started although something else has happened to a case', async () => {
    const path = await givenCampaign('unharmed', ['UN-1']);
    const token = await tokenOf(path, { query: { q: 'UN-' } });
    await server.post('/v1/mines/UN-1/events', note, { as: supervisor });
    expect((await start(path, token)).status).toBe(202);
  });

  test('is for whoever looked, in the campaign they looked at, alone', async () => {
    const path = await givenCampaign('mine-alone', ['AL-1']);
    const other = await givenCampaign('another', []);
    const token = await tokenOf(path, { query: { q: 'AL-' } });
    const answers = [await start(path, token, second), await start(other, token), await start(path, `${token}x`)];
    expect(answers).toMatchObject(Array(3).fill({ status: 422, body: { errors: [{ pointer: '/token' }] } }));
  });

  test('is not started from a preview of long ago', async () => {
    let now = '2018-11-05T09:00:00+08:00';
    await using slow = await givenServer({ clock: () => now });
    const as = await slow.signIn({ role: 'supervisor' });
    await givenMine(slow, 'XJ-1');
    await slow.post('/v1/campaigns', opening, { as });
    const path = '/v1/campaigns/november-2018';
    const { body } = await slow.post(`${path}/preview`, { query: {}, event: note }, { as });
    now = '2018-11-05T09:31:00+08:00';
    expect(await slow.post(`${path}/runs`, { token: body.token }, { as })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/token', detail: expect.stringContaining('too long ago') }] },
    });
  });
});

describe('requests of a campaign', () => {
  async function givenRequests(name: string, mines: readonly string[]): Promise<string> {
    const path = await givenCampaign(name, mines);
    const own = await start(path, await tokenOf(path, { query: { q: `${name}-` } }));
    await reportOf(path, own);
    return path;
  }

  test('are granted together but for those left out, each as one of so many', async () => {
    const path = await givenRequests('GR', ['GR-1', 'GR-2', 'GR-3']);
    const granted = await grant(path, { exclude: ['GR-2'], expectedCount: 2 });
    expect(await reportOf(path, granted)).toMatchObject({
      run: { kind: 'grant', type: 'ClosureOrdered', count: 2, excluded: ['GR-2'], startedBy: { id: 'supervisor-2' } },
      items: [
        { mineId: 'GR-1', outcome: 'stored' },
        { mineId: 'GR-3', outcome: 'stored' },
      ],
    });
    expect((await requestIn(granted, path)).items.map(({ mineId }) => mineId)).toEqual(['GR-2']);
    const campaign = campaignWithCases.parse((await read(path)).body);
    expect(campaign.cases).toMatchObject({ targeted: 3, requested: 1, closed: 2 });
    expect((await read('/v1/mines/GR-1/events')).body.items).toContainEqual(
      expect.objectContaining({ type: 'ApprovalGranted', data: expect.objectContaining({ oneOf: 2 }) }),
    );
  });

  test('are not granted when they are not as many as expected', async () => {
    const path = await givenRequests('EX', ['EX-1', 'EX-2']);
    expect(await grant(path, { exclude: ['EX-1'], expectedCount: 2 })).toMatchObject({
      status: 409,
      body: { type: 'selection-changed' },
    });
    expect((await requestIn(await read(path), path)).total).toBe(2);
  });

  test('that one made oneself, or that came to nothing since, are reported with why', async () => {
    const path = await givenRequests('WH', ['WH-1', 'WH-2']);
    await server.post(
      '/v1/mines/WH-2/events',
      { type: 'MineDecommissioned', data: { reason: 'It burnt down.' } },
      { as: second },
    );
    const own = await reportOf(path, await grant(path, { exclude: ['WH-2'], expectedCount: 1 }, supervisor));
    expect(own.items).toMatchObject([{ mineId: 'WH-1', outcome: 'refused', reasons: [{ code: 'same-person' }] }]);
    const others = await reportOf(path, await grant(path, { expectedCount: 2 }));
    expect(others.items).toMatchObject([
      { mineId: 'WH-1', outcome: 'stored' },
      { mineId: 'WH-2', outcome: 'refused', reasons: [{ code: 'no-such-step' }] },
    ]);
  });

  test('are granted once for a key, which serves nothing else', async () => {
    const path = await givenRequests('KY', ['KY-1']);
    const first = await grant(path, { expectedCount: 1 }, second, 'together');
    await reportOf(path, first);
    const again = await grant(path, { expectedCount: 1 }, second, 'together');
    expect(startedAnswer.parse(again.body)).toMatchObject({ duplicate: true });
    expect(await grant(path, { expectedCount: 3 }, second, 'together')).toMatchObject({
      status: 422,
      body: { type: 'key-reused' },
    });
  });
});
