import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const rectify = fileURLToPath(new URL('../packages/cli/bin/rectify.mjs', import.meta.url));
// With this flag the command runs in the process that was started, so that a signal reaches it.
const flags = ['--disable-warning=ExperimentalWarning', rectify];

/** `rectify serve` on a data folder, in a process of its own. */
export interface Serving {
  /** For instance `http://127.0.0.1:41234`. */
  readonly address: string;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<void>;
}

/** Starts a server on a data folder, on a free port and without a limit of requests, and waits until it listens. */
export async function serve(folder: string, scenario: 'november-2018' | 'none'): Promise<Serving> {
  const settings = { PORT: '0', RECTIFY_SCENARIO: scenario, RECTIFY_RATE_LIMIT: '0', RECTIFY_LOG: 'fatal' };
  const env = { ...process.env, ...settings, RECTIFY_DATA: folder };
  const server = spawn(process.execPath, [...flags, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(server, 'exit');
  let said = '';
  for await (const text of server.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    said += text;
    const [address] = /http:\/\/[^\s/]+/.exec(said) ?? [];
    if (address === undefined) continue;
    return {
      address,
      async stop() {
        server.kill('SIGTERM');
        await ended;
      },
    };
  }
  throw new Error(`The server ended before it listened.\n${said}`);
}

/** Runs a command of `rectify` on a data folder until it ends. @throws Error when it fails */
export async function runRectify(folder: string, ...command: readonly string[]): Promise<void> {
  const env = { ...process.env, RECTIFY_DATA: folder };
  const running = spawn(process.execPath, [...flags, ...command], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(running, 'exit');
  if (code !== 0) throw new Error(`rectify ${command.join(' ')} ended with ${code}.`);
}
