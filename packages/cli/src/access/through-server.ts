import { setTimeout } from 'node:timers/promises';
import {
  type Caller,
  callerOf,
  type HandedOverCase,
  handedOver,
  MOST_HANDED_OVER,
  nextAnswer,
  procedureList,
  publishedAnswer,
  rebuildAnswer,
  requestedAnswer,
  storedAnswer,
} from '@rectify/api';
import { procedure } from '@rectify/engine';
import {
  bottleneckAnalysis,
  changesAnswer,
  citation,
  closureList,
  courseAnswer,
  eventList,
  likeCases,
  migrationPreviewList,
  mineDetail,
  mineList,
  previewAnswer,
  statisticsAnswer,
  survivalAnalysis,
  workList,
} from '@rectify/projections';
import { z } from 'zod';
import { CannotBeDone } from '../failures.ts';
import type { Reading, Writing, Written } from './access.ts';
import type { Act } from './act.ts';
import { allChanges } from './all-changes.ts';
import { allPages, PAGE_LIMIT } from './all-pages.ts';
import { campaignsThroughServer } from './campaigns-through-server.ts';
import { ask, type HttpAnswer, type HttpRequest, inShape } from './http.ts';
import { outside } from './outside.ts';

/** A server to go through. */
export interface Server {
  readonly address: string;
  /** A token that it accepts for a caller. */
  readonly tokenFor: (caller: Caller) => Promise<string>;
  /** Who reads where the command does not say. */
  readonly reader: Caller;
}

/** How often a server is asked how far it is, in milliseconds. */
const BETWEEN_LOOKS = 250;

const system = z.object({ scenario: z.string().nullable(), scenarioEndsAt: z.string().nullable() });

/** Reads and writes through a running server. */
export function throughServer({ address, tokenFor, reader }: Server): Reading & Writing {
  const askAs = async (caller: Caller, request: Omit<HttpRequest, 'token'>): Promise<HttpAnswer> =>
    ask(address, { ...request, token: await tokenFor(caller) });

  async function write({ caller, key }: Act, path: string, body: object, ifMatch?: number): Promise<Written> {
    const headers = { 'Idempotency-Key': key, 'If-Match': ifMatch === undefined ? undefined : `"${ifMatch}"` };
    const answer = await askAs(caller, { method: 'POST', path, headers, body });
    return answer.status === 202
      ? { kind: 'requested', answer: inShape(answer, requestedAnswer) }
      : { kind: 'stored', answer: inShape(answer, storedAnswer) };
  }

  const read = async <S extends z.ZodType>(
    path: string,
    query: HttpRequest['query'],
    schema: S,
  ): Promise<z.output<S>> => inShape(await askAs(reader, { method: 'GET', path, query }), schema);

  return {
    ...campaignsThroughServer({ askAs, reader }),
    register: ({ data, ...when }, act) => write(act, '/v1/mines', { ...data, ...when }),
    send: (mineId, event, { ifMatch, ...act }) => write(act, `${pathOf(mineId)}/events`, event, ifMatch),
    async demonstration() {
      const { scenario, scenarioEndsAt } = await read('/v1/system', {}, system);
      return scenario === null || scenarioEndsAt === null ? undefined : { scenario, endsAt: scenarioEndsAt };
    },
    mine: (mineId, asked) => read(pathOf(mineId), { ...asked }, mineDetail),
    mines: (asked) => allPages((cursor) => read('/v1/mines', { ...asked, limit: PAGE_LIMIT, cursor }, mineList)),
    history: (mineId, asked) =>
      allPages((cursor) => read(`${pathOf(mineId)}/events`, { ...asked, limit: PAGE_LIMIT, cursor }, eventList)),
    next: async (mineId, caller, whyNot) =>
      inShape(await askAs(caller, { method: 'GET', path: `${pathOf(mineId)}/next`, query: { whyNot } }), nextAnswer),
    work: (caller, { overdue, ...given }) =>
      allPages(async (cursor) =>
        inShape(
          await askAs(caller, {
            method: 'GET',
            path: '/v1/work',
            query: {
              ...given,
              overdue: overdue === undefined ? undefined : String(overdue),
              limit: PAGE_LIMIT,
              cursor,
            },
          }),
          workList,
        ),
      ),
    preview: async (mineId, event, caller) =>
      inShape(await askAs(caller, { method: 'POST', path: `${pathOf(mineId)}/preview`, body: event }), previewAnswer),
    closures: (asked) =>
      allPages((cursor) => read('/v1/closures', { ...asked, limit: PAGE_LIMIT, cursor }, closureList)),
    changes: (asked) =>
      allChanges((cursor) => read('/v1/changes', { ...asked, limit: PAGE_LIMIT, cursor }, changesAnswer)),
    course: (asked) => read('/v1/closures/course', { ...asked }, courseAnswer),
    cite: (asked) => read('/v1/citation', { ...asked }, citation),
    statistics: (asked) => read('/v1/closures/statistics', { ...asked }, statisticsAnswer),
    survival: (asked) => read('/v1/analysis/survival', { ...asked }, survivalAnalysis),
    bottlenecks: (asked) => read('/v1/analysis/bottlenecks', { ...asked }, bottleneckAnalysis),
    likeCases: (asked) => read('/v1/analysis/like-cases', { ...asked }, likeCases),
    publish: async (version, { caller, key }) =>
      published(await askAs(caller, { ...publishing(key), path: '/v1/procedures', body: version })),
    withdraw: async (name, reason, { caller, key }) =>
      published(
        await askAs(caller, { ...publishing(key), path: `${pathOfVersion(name)}/withdrawal`, body: { reason } }),
      ),
    procedures: () => read('/v1/procedures', {}, procedureList),
    procedure: (name) => read(pathOfVersion(name), {}, procedure),
    previewMigrations: async (to, query) =>
      inShape(
        await askAs(reader, { method: 'POST', path: '/v1/procedures/preview', body: { procedure: to, ...query } }),
        migrationPreviewList,
      ),
    async handOver({ mineIds, ...absence }, { caller, key = outside.newId() }) {
      const cases: HandedOverCase[] = [];
      for (let from = 0; from < mineIds.length; from += MOST_HANDED_OVER) {
        const body = { ...absence, mineIds: mineIds.slice(from, from + MOST_HANDED_OVER) };
        const headers = { 'Idempotency-Key': key };
        const answer = await askAs(caller, { method: 'POST', path: '/v1/handovers', headers, body });
        cases.push(...inShape(answer, handedOver).cases);
      }
      return cases;
    },
    async rebuild(onProgress) {
      const admin = callerOf({ role: 'admin' });
      let rebuild = inShape(await askAs(admin, { method: 'POST', path: '/v1/rebuild' }), rebuildAnswer);
      while (rebuild.state === 'running') {
        onProgress(rebuild);
        await setTimeout(BETWEEN_LOOKS);
        rebuild = inShape(await askAs(admin, { method: 'GET', path: '/v1/rebuild' }), rebuildAnswer);
      }
      if (rebuild.state === 'failed')
        throw new CannotBeDone(`The read side could not be built anew. ${rebuild.detail}`);
      if (rebuild.state === 'none') throw new CannotBeDone('The server was started anew meanwhile; ask again.');
      return rebuild.events;
    },
    [Symbol.asyncDispose]: async () => {},
  };
}

function publishing(key: string | undefined) {
  return { method: 'POST', headers: { 'Idempotency-Key': key } } as const;
}

function published(answer: HttpAnswer) {
  return inShape(answer, publishedAnswer);
}

function pathOfVersion(name: string): string {
  return `/v1/procedures/${name.split('@').map(encodeURIComponent).join('/')}`;
}

function pathOf(mineId: string): string {
  return `/v1/mines/${encodeURIComponent(mineId)}`;
}
