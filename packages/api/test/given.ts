import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, type EventStore, type Person, type Role } from '@rectify/engine';
import { z } from 'zod';
import { type Persona, readConfig, type ServerOptions, startServer } from '../src/index.ts';

/** An answer of the API. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON. */
  readonly body: Record<string, unknown>;
}

/** What a request may carry. */
export interface Asking {
  readonly as?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server under test, and how to talk to it. */
export interface TestServer extends AsyncDisposable {
  readonly address: string;
  readonly data: string;
  /** Signs in and answers the token. */
  signIn(persona: Persona): Promise<string>;
  get(path: string, asking?: Asking): Promise<Answer>;
  post(path: string, body: unknown, asking?: Asking): Promise<Answer>;
  /** Sends a request exactly as given. */
  ask(path: string, init: RequestInit): Promise<Answer>;
  close(): Promise<void>;
}

/** A server on a free port with a data folder of its own. */
export async function givenServer({
  store = 'memory:',
  data = temporaryFolder(),
  ...options
}: {
  store?: string;
  data?: string;
  rateLimit?: number;
  deadlines?: number;
  documentLimit?: number;
  /** More of the environment. */
  variables?: Readonly<Record<string, string>>;
} & Partial<ServerOptions> = {}): Promise<TestServer> {
  const { rateLimit = 0, deadlines = 0, documentLimit = 1_000_000, variables = {}, ...rest } = options;
  const config = readConfig({
    PORT: '0',
    RECTIFY_DATA: data,
    RECTIFY_STORE: store,
    RECTIFY_LOG: 'silent',
    RECTIFY_RATE_LIMIT: String(rateLimit),
    RECTIFY_DEADLINES: String(deadlines),
    RECTIFY_DOCUMENT_LIMIT: String(documentLimit),
    ...variables,
  });
  const server = await startServer({ config, onFatal: fail, ...rest });

  async function ask(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(server.address + path, init);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: objectIn(text) };
  }

  return {
    address: server.address,
    data,
    ask,
    get: (path, asking = {}) => ask(path, { headers: headersOf(asking) }),
    post: (path, body, asking = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headersOf(asking) },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    async signIn(persona) {
      const response = await fetch(`${server.address}/v1/dev/session`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(persona),
      });
      return z.object({ token: z.string() }).parse(await response.json()).token;
    },
    close: server.close,
    async [Symbol.asyncDispose]() {
      await server.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** An empty folder; whoever asks for it removes it. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'rectify-api-'));
}

/** A registration of a mine. */
export function mine(mineId: string, region = 'CN-XJ') {
  return {
    mineId,
    name: `Demonstration Mine ${mineId}`,
    region,
    operator: { id: 'example-computing', name: 'Example Computing Co.' },
    capacity: { amount: 20, unit: 'MW' },
  };
}

/** A closing order's data. */
export const order = { grounds: 'Strict inspection', authority: 'local authorities', legalBasis: 'not stated' };

/** Stores a mine that was closed in November 2018, and never inspected. */
export async function storesForgotten(store: EventStore, mineId: string): Promise<void> {
  const clock = () => '2018-11-05T10:00:00+08:00';
  const engine = createEngine({ store, clock, newId: () => crypto.randomUUID() });
  const person = (id: string, role: Role): Person => ({ id, role, office: 'tax', regions: 'all', mines: [] });
  await engine.register({ person: person('i-1', 'inspector'), commandId: 'registration', data: mine(mineId) });
  const ordered = { ...closureOrdered, mineId, person: person('s-1', 'supervisor'), commandId: 'order' };
  const requested = await engine.send(ordered);
  if (requested.kind !== 'approval') throw new Error('A closing order needs an approval.');
  const { approvalId } = requested.approval;
  const granted = { type: 'ApprovalGranted', data: { approvalId }, commandId: 'grant' };
  await engine.send({ ...granted, mineId, person: person('s-2', 'supervisor') });
}

/** An order to close, as it is sent. */
export const closureOrdered = { type: 'ClosureOrdered', data: order };

/** A note for everyone to read, as it is sent. */
export const note = { type: 'NoteAdded', data: { text: 'Seen.', visibility: 'owner' } };

/** Registers a mine as an inspector. */
export async function givenMine(server: TestServer, mineId: string, region?: string): Promise<void> {
  const as = await server.signIn({ role: 'inspector' });
  await server.post('/v1/mines', mine(mineId, region), { as });
}

/** Closes a mine: an inspector requests it, a supervisor grants it. */
export async function givenClosed(server: TestServer, mineId: string, by?: string): Promise<void> {
  const requested = await server.post(`/v1/mines/${mineId}/events`, closureOrdered, {
    as: by ?? (await server.signIn({ role: 'inspector' })),
  });
  const { approvalId } = z.object({ approvalId: z.string() }).parse(requested.body.approval);
  await server.post(
    `/v1/mines/${mineId}/events`,
    { type: 'ApprovalGranted', data: { approvalId } },
    { as: await server.signIn({ role: 'supervisor' }) },
  );
}

/** The smallest content that is a PDF, with something in it to tell it from others. */
export function pdf(text = ''): string {
  return `%PDF-1.4\n%${text}\n%%EOF\n`;
}

/** Sends a document. */
export function sendPdf(
  server: TestServer,
  as: string,
  text?: string,
  query = 'name=Tax certificate.pdf',
): Promise<Answer> {
  return server.post(`/v1/documents?${query}`, pdf(text), { as, headers: { 'Content-Type': 'application/pdf' } });
}

function headersOf({ as, headers = {} }: Asking): Record<string, string> {
  return { ...(as === undefined ? {} : { Authorization: `Bearer ${as}` }), ...headers };
}

function objectIn(text: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    return {};
  }
}

function fail(error: Error): void {
  throw error;
}
