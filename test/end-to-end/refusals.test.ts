import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ProblemAnswer, problemAnswer } from '@rectify/api';
import { type MineAtServer, note, onTheWayTo, order, peopleAt, registered } from '../course.ts';
import { type Answer, type Client, type Server, startServer } from '../server.ts';

let server: Server;
/** Operates. */
let running: MineAtServer;
/** Is being inspected; nothing is recorded yet. */
let inspecting: MineAtServer;
beforeAll(async () => {
  server = await startServer();
  const people = await peopleAt(server);
  running = await registered(server, people, { mineId: 'XJ-9001' });
  inspecting = await onTheWayTo('inspecting', await registered(server, people, { mineId: 'XJ-9002' }));
});
afterAll(() => server?.[Symbol.asyncDispose]());

/** What somebody tries, in vain. */
interface Attempt {
  readonly name: string;
  readonly try: () => Promise<Answer>;
  readonly status: number;
  readonly type: string;
  readonly says?: Readonly<Partial<Record<keyof ProblemAnswer, unknown>>>;
}

const tries = (who: () => Client, path: () => string, body: unknown, headers?: Record<string, string>) => () =>
  who().post(path(), body, headers);
const inspector = () => running.people.inspector;
const events = () => '/v1/mines/XJ-9001/events';

const attempts: readonly Attempt[] = [
  {
    name: 'what cannot happen now is illegal, and what can is named',
    try: tries(inspector, events, { type: 'InspectionStarted', data: { inspectionId: 'I1' } }),
    status: 409,
    type: 'illegal-transition',
    says: {
      reasons: [expect.objectContaining({ code: 'no-such-step', about: 'operating', who: expect.any(String) })],
      next: expect.arrayContaining(['ClosureOrdered', 'NoteAdded']),
    },
  },
  {
    name: 'every condition that is not met is named at once, each with who can change it',
    try: () => inspecting.send(inspector(), 'InspectionPassed', { inspectionId: 'I1' }),
    status: 409,
    type: 'condition-not-met',
    says: {
      reasons: ['TAX', 'REAL_NAME_PRODUCERS', 'REAL_NAME_CUSTOMERS'].map((about) =>
        expect.objectContaining({ code: 'check-missing', about, who: 'inspector', detail: expect.any(String) }),
      ),
    },
  },
  {
    name: 'a step on an outdated page is stale',
    try: () =>
      inspecting.send(inspector(), 'InspectionAbandoned', { inspectionId: 'I1', reason: 'Ill' }, { revision: 0 }),
    status: 412,
    type: 'stale',
  },
  {
    name: 'content that does not fit is pointed at, all of it',
    try: tries(inspector, events, { type: 'ClosureOrdered', data: { grounds: '', authority: 7, colour: 'red' } }),
    status: 422,
    type: 'invalid',
    says: {
      errors: expect.arrayContaining(
        ['/data/grounds', '/data/authority', '/data/legalBasis', '/data/colour'].map((pointer) =>
          expect.objectContaining({ pointer }),
        ),
      ),
    },
  },
  {
    name: 'an event type that does not exist',
    try: tries(inspector, events, { type: 'MineExploded', data: {} }),
    status: 422,
    type: 'unknown-event-type',
    says: { errors: [expect.objectContaining({ pointer: '/type' })] },
  },
  {
    name: 'what is said to happen in the future',
    try: tries(inspector, events, { type: 'NoteAdded', data: note, occurredAt: '2999-01-01T00:00:00Z' }),
    status: 422,
    type: 'invalid',
    says: { errors: [expect.objectContaining({ pointer: '/occurredAt' })] },
  },
  {
    name: 'a text that holds the number of an identity card',
    try: tries(inspector, events, {
      type: 'NoteAdded',
      data: { text: 'Seen: 11010519491231002X at the gate', visibility: 'internal' },
    }),
    status: 422,
    type: 'invalid',
    says: { errors: [expect.objectContaining({ pointer: '/data/text' })] },
  },
  {
    name: "another owner's mine does not exist",
    try: tries(() => inspecting.owner, events, { type: 'OwnerStatementFiled', data: { text: 'Mine!' } }),
    status: 404,
    type: 'not-found',
  },
  {
    name: 'a mine that nobody registered',
    try: tries(inspector, () => '/v1/mines/XJ-0000/events', { type: 'NoteAdded', data: note }),
    status: 404,
    type: 'not-found',
  },
  {
    name: 'a role that may not send this',
    try: tries(() => running.people.licensing, events, { type: 'ClosureOrdered', data: order }),
    status: 403,
    type: 'forbidden',
    says: { who: ['inspector', 'supervisor'] },
  },
  {
    name: 'an analyst sends nothing',
    try: tries(() => running.people.analyst, events, { type: 'NoteAdded', data: note }),
    status: 403,
    type: 'forbidden',
  },
  {
    name: 'without a token',
    try: tries(() => server.nobody, events, { type: 'NoteAdded', data: note }),
    status: 401,
    type: 'unauthenticated',
  },
  {
    name: 'with a token that somebody altered',
    try: () =>
      server.nobody.post(
        events(),
        { type: 'NoteAdded', data: note },
        { Authorization: `Bearer ${altered(inspector().token)}` },
      ),
    status: 401,
    type: 'unauthenticated',
  },
  { name: 'what is not JSON', try: tries(inspector, events, '{"type": "NoteAdded",'), status: 400, type: 'malformed' },
  {
    name: 'what does not say that it is JSON',
    try: tries(inspector, events, { type: 'NoteAdded', data: note }, { 'Content-Type': 'text/plain' }),
    status: 415,
    type: 'unsupported-media-type',
  },
  {
    name: 'more than a request may hold',
    try: tries(inspector, events, { type: 'NoteAdded', data: { ...note, text: 'x'.repeat(1024 * 1024) } }),
    status: 413,
    type: 'too-large',
  },
  {
    name: 'an act of more than 512 KiB',
    try: tries(inspector, () => '/v1/mines/XJ-9001/batch', {
      events: Array.from({ length: 60 }, () => ({ type: 'NoteAdded', data: { ...note, text: 'x'.repeat(9000) } })),
    }),
    status: 413,
    type: 'too-large',
  },
];

describe('a refusal says what to do, and stores nothing', () => {
  test.each(attempts)('$name', async ({ try: attempt, status, type, says = {} }) => {
    const before = [(await running.now()).revision, (await inspecting.now()).revision];
    const answer = await attempt();
    expect(answer.as(problemAnswer)).toMatchObject({ status, type, detail: expect.stringMatching(/\S/), ...says });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect([(await running.now()).revision, (await inspecting.now()).revision]).toEqual(before);
  });
});

test('an official of another region may look, not act', async () => {
  const elsewhere = await server.as({ role: 'inspector', actor: 'inspector-9', regions: ['CN-GZ'] });
  expect((await elsewhere.get('/v1/mines/XJ-9001')).status).toBe(200);
  const answer = await elsewhere.post(events(), { type: 'NoteAdded', data: note });
  expect(answer.as(problemAnswer)).toMatchObject({ status: 403, type: 'forbidden' });
});

/** A token with another signature. */
function altered(token: string): string {
  const [head = '', claims = '', signature = ''] = token.split('.');
  return [head, claims, [...signature].reverse().join('')].join('.');
}
