import { measureClock } from '../outbox/device-clock.ts';
import { currentSession, hasRunOut } from '../session/session.ts';
import { behindNow, noteBehind } from './behind.ts';
import { asking } from './followed.ts';
import { isBefore } from './positions.ts';
import { Problem, type ProblemDetails, Unreachable } from './problem.ts';
import { askSignedIn } from './signed-in.ts';

/** The values of a query string; what is undefined or empty is left out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** What a request may carry. */
export interface RequestOptions {
  readonly query?: Query;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** The latest position that this tab wrote or heard of: reads name it, so that one sees one's own writes. */
let latest: string | null = null;

/** Remembers a position of the log; where positions are numbers, never an earlier one than the one known. */
export function rememberPosition(position: string | null | undefined): void {
  if (!position) return;
  if (latest === null || !isBefore(position, latest)) latest = position;
}

/** Forgets the position: after a change of server or person. */
export function forgetPosition(): void {
  latest = null;
}

/** The headers that say who asks and what they have seen already. */
export function requestHeaders(): Record<string, string> {
  const session = currentSession();
  return {
    ...(session && !hasRunOut() ? { Authorization: `Bearer ${session.token}` } : {}),
    // Lists that are behind stay readable: the page says so, and does not ask for more than they have.
    ...(latest === null || behindNow().since !== null ? {} : { 'Rectify-After': latest }),
  };
}

/** An address under the API with its query. */
function address(path: string, query: Query = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** Asks the API, after signing in again where the session has run out. Throws {@link Problem} when it refuses, {@link Unreachable} when it does not answer. */
export async function request<T>(method: 'GET' | 'POST', path: string, options: RequestOptions = {}): Promise<T> {
  const { query, body, headers, signal } = options;
  const answeredAt = asking();
  const ask = () =>
    answer(address(path, query), {
      method,
      headers: {
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...requestHeaders(),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  // What brings a token of its own is not asked as whoever is signed in.
  const response = headers?.Authorization === undefined ? await askSignedIn(ask, signal) : await ask();
  const since = response.headers.get('Rectify-Behind-Since');
  if (since !== null) noteBehind({ since });
  if (!response.ok) {
    const problem = await problemOf(response);
    // One that is behind says since when: one that does not is filling its lists, and answers nothing meanwhile.
    if (problem.slug === 'not-yet-known' && since === null) noteBehind({ filling: true });
    throw problem;
  }
  if (method === 'POST') rememberPosition(response.headers.get('Rectify-Position'));
  else answeredAt(response.headers.get('Rectify-Position'));
  return await response.json();
}

async function answer(url: string, init: RequestInit): Promise<Response> {
  const askedAt = Date.now();
  try {
    const response = await fetch(url, init);
    measureClock(response.headers.get('Date'), askedAt, Date.now());
    return response;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Unreachable('The server does not answer.', { cause });
  }
}

/** The problem that an unsuccessful answer tells of. */
export async function problemOf(response: Response): Promise<Problem> {
  const retryAfter = Number(response.headers.get('Retry-After'));
  return new Problem(await detailsOf(response), Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null);
}

async function detailsOf(response: Response): Promise<ProblemDetails> {
  const plain = { type: 'about:blank', title: response.statusText, status: response.status };
  try {
    const details: Partial<ProblemDetails> = await response.json();
    return { ...plain, ...details };
  } catch {
    return plain;
  }
}

/** A fresh key for one act: sending it again under the same key does nothing twice. Works without a secure context too. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
