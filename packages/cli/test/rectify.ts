import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { run } from '../src/run.ts';

const bin = fileURLToPath(new URL('../bin/rectify.mjs', import.meta.url));
const node = [process.execPath, '--disable-warning=ExperimentalWarning'] as const;

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The environment of a test, without the settings of whoever runs it. */
function environment(variables: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { PORT: _port, ...own } = process.env;
  const clean = Object.entries(own).filter(([name]) => !name.startsWith('RECTIFY_'));
  return { ...Object.fromEntries(clean), NO_COLOR: '1', ...variables };
}

/** What a command is given besides its words. */
interface Given {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

let last: Promise<unknown> = Promise.resolve();

/** Runs the command `rectify` to its end, within this process: one after another, each with input, output and environment of its own. */
export function rectify(args: readonly string[], given: Given = {}): Promise<Ended> {
  const ended = last.then(() => runHere(args, given));
  last = ended.catch(() => {});
  return ended;
}

async function runHere(args: readonly string[], { input = '', env }: Given): Promise<Ended> {
  const { stdin, stdout, stderr, env: outer } = process;
  const [out, err] = [new PassThrough(), new PassThrough()];
  const printed = Promise.all([text(out), text(err)]);
  const give = (streams: object) =>
    Object.defineProperties(
      process,
      Object.fromEntries(Object.entries(streams).map(([name, value]) => [name, { value, configurable: true }])),
    );
  give({ stdin: Readable.from([input]), stdout: out, stderr: err, env: environment(env) });
  try {
    await run(args);
    const code = Number(process.exitCode ?? 0);
    out.end();
    err.end();
    const [written, said] = await printed;
    return { code, out: written, err: said };
  } finally {
    give({ stdin, stdout, stderr, env: outer });
    process.exitCode = undefined;
  }
}

/** Runs the command with its output going to a program that reads none of it. */
export async function rectifyUnread(args: readonly string[]): Promise<Ended> {
  const words = [...node, bin, ...args].map((word) => `'${word}'`).join(' ');
  const child = spawn('bash', ['-c', `${words} | true; exit \${PIPESTATUS[0]}`], { env: environment() });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}

/** A server started with `rectify serve --json`. */
export interface Serving extends AsyncDisposable {
  /** What it printed on standard output. */
  readonly said: unknown;
  /** Stops it with a signal and answers how it ended. */
  stop(signal?: NodeJS.Signals): Promise<Ended>;
}

/** Starts `rectify serve` on a free port and answers when it listens. */
export async function serve(args: readonly string[]): Promise<Serving> {
  const [program, ...flags] = node;
  const child = spawn(program, [...flags, bin, 'serve', '--port', '0', '--json', ...args], { env: environment() });
  const err = text(child.stderr);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  let out = '';
  const said = await new Promise<unknown>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk;
      if (out.endsWith('}\n')) resolve(JSON.parse(out));
    });
    child.on('close', async () => reject(new Error(`The server did not start: ${await err}`)));
  });
  async function stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
    child.kill(signal);
    return { code: await ended, out, err: await err };
  }
  return {
    said,
    stop,
    async [Symbol.asyncDispose]() {
      await stop();
    },
  };
}

/** A new folder, and how to remove it. */
export function temporaryFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'rectify-cli-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
