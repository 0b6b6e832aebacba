import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { findServer, type Persona } from '@rectify/api';
import { z } from 'zod';

/** The folder of the repository. */
export const repository = fileURLToPath(new URL('..', import.meta.url));

const command = join(repository, 'packages', 'cli', 'bin', 'rectify.mjs');
// With this flag the command runs in the process that was started, so that a signal reaches it.
const node = [process.execPath, '--disable-warning=ExperimentalWarning'] as const;

/** How long a server may take to start, in milliseconds. */
const PATIENCE = 180_000;

type Variables = Readonly<Record<string, string>>;

/** How a process ended, and all that it said. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An answer over HTTP. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body in the shape it has to have; throws with the whole answer where it has another. */
  as<S extends z.ZodType>(schema: S): z.output<S>;
}

/** Someone who is signed in at a server. */
export interface Client {
  /** Of the server. */
  readonly address: string;
  readonly token: string;
  get(path: string, headers?: Variables): Promise<Answer>;
  /** Sends JSON; a string goes as it is. */
  post(path: string, body: unknown, headers?: Variables): Promise<Answer>;
}

/** `rectify serve` in a process of its own. */
export interface Server extends AsyncDisposable {
  [Symbol.asyncDispose](): Promise<void>;
  readonly address: string;
  /** Its data folder. */
  readonly data: string;
  /** Signs someone in by the development sign-in. */
  as(persona: Persona): Promise<Client>;
  /** Someone who does not say who they are. */
  readonly nobody: Client;
  /** Runs another command of `rectify` on the same data folder, with text on its standard input. */
  rectify(arguments_: readonly string[], input?: string): Promise<Ended>;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<Ended>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<Ended>;
}

/** A folder that is empty; whoever asks for it removes it. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'rectify-test-'));
}

/** Runs `rectify` until it ends, or is killed by a signal that comes. */
export async function runRectify(
  arguments_: readonly string[],
  variables: Variables,
  input = '',
  killedBy?: Promise<NodeJS.Signals>,
): Promise<Ended> {
  const child = spawn(node[0], [node[1], command, ...arguments_], { env: environment(variables) });
  void killedBy?.then((signal) => child.kill(signal));
  // A command that ends without reading what it is given is not at fault.
  child.stdin.on('error', () => {}).end(input);
  const [stdout, stderr, end] = await Promise.all([text(child.stdout), text(child.stderr), ended(child)]);
  return { ...end, stdout, stderr };
}

/**
 * Starts a server on a free port and waits until it can answer; with the demonstration, and a look for passed deadlines, only where a variable asks for it. Without
 * `data` the folder is new, and is removed with the server.
 */
export async function startServer({
  data,
  variables = {},
}: {
  readonly data?: string;
  readonly variables?: Variables;
} = {}): Promise<Server> {
  const folder = data ?? temporaryFolder();
  const settings = {
    PORT: '0',
    RECTIFY_SCENARIO: 'none',
    RECTIFY_RATE_LIMIT: '0',
    RECTIFY_DEADLINES: '0',
    ...variables,
    RECTIFY_DATA: folder,
  };
  const child = spawn(node[0], [node[1], command, 'serve'], { env: environment(settings) });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    said.stdout += more;
  });
  child.stderr.setEncoding('utf8').on('data', (more: string) => {
    said.stderr += more;
  });
  const end = ended(child).then((how): Ended => ({ ...how, ...said }));
  const address = await addressOf(child, folder, end);

  const signal = async (name: NodeJS.Signals) => {
    child.kill(name);
    return end;
  };
  const server: Server = {
    address,
    data: folder,
    nobody: clientAt(address),
    as: (persona) => signedInAt(address, persona),
    rectify: (arguments_, input) => runRectify(arguments_, settings, input),
    stop: () => signal('SIGTERM'),
    kill: () => signal('SIGKILL'),
    async [Symbol.asyncDispose]() {
      await server.kill();
      if (data === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
  while (!(await fetch(`${address}/health/ready`)).ok);
  return server;
}

/** Where a server runs, once it has begun to say so; one that does not come so far is ended. */
async function addressOf(child: ChildProcess, folder: string, end: Promise<Ended>): Promise<string> {
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  const stopped = end.then(({ code, signal, stdout, stderr }) => {
    throw new Error(`The server ended before it ran (${code ?? signal}).\n${stdout}${stderr}`);
  });
  const greeting = new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      findServer(folder).then((found) => found && resolve(found.address), reject);
    });
  });
  try {
    return await Promise.race([greeting, stopped]);
  } finally {
    clearTimeout(timer);
  }
}

function ended(child: ChildProcess): Promise<Pick<Ended, 'code' | 'signal'>> {
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code, signal) => resolve({ code, signal }));
  });
}

/** What a process is told; nothing of what this one was told of Rectify. */
function environment(variables: Variables): Variables {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(RECTIFY_.*|PORT|FORCE_COLOR)$/.test(name));
  const others = Object.fromEntries(inherited.map(([name, value]) => [name, value ?? '']));
  return { ...others, NO_COLOR: '1', ...variables };
}

/** Signs someone in by the development sign-in of an address. */
export async function signedInAt(address: string, persona: Persona): Promise<Client> {
  const answer = await clientAt(address).post('/v1/dev/session', persona);
  return clientAt(address, answer.as(z.object({ token: z.string() })).token);
}

/** Someone who shows a token at an address; who does not say who they are without one. */
export function clientAt(address: string, token = ''): Client {
  const who: Variables = token === '' ? {} : { Authorization: `Bearer ${token}` };
  async function ask(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(address + path, init);
    const { status, headers } = response;
    const body = await response.text();
    return { status, headers, text: body, as: (schema) => shaped(schema, body, `${status} to ${path}`) };
  }
  return {
    address,
    token,
    get: (path, headers) => ask(path, { headers: { ...who, ...headers } }),
    post: (path, body, headers) =>
      ask(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...who, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}

function shaped<S extends z.ZodType>(schema: S, body: string, about: string): z.output<S> {
  const read = schema.safeParse(jsonIn(body));
  if (read.success) return read.data;
  throw new Error(`${about} was answered in another shape.\n${z.prettifyError(read.error)}\n${body.slice(0, 2000)}`);
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
