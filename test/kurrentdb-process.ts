import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Control, controlAt } from '@rectify/kurrentdb-stand-in';
import { z } from 'zod';

/** The stand-in for a KurrentDB cluster in a process of its own, so that several processes may share it. */
export interface StandInProcess {
  /** A store URL. */
  readonly url: string;
  readonly control: Control;
  stop(): Promise<void>;
}

const serve = fileURLToPath(new URL('kurrentdb-stand-in/serve.ts', import.meta.url));
const greeting = z.object({ url: z.string(), control: z.url() });

/** Starts it and waits until it answers. */
export async function startStandInProcess({ nodes }: { readonly nodes: number }): Promise<StandInProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', serve, '--nodes', String(nodes)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [line] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    ended.then(([code]) => {
      throw new Error(`The stand-in ended before it answered (${code}).`);
    }),
  ]);
  const { url, control } = greeting.parse(JSON.parse(String(line)));
  return {
    url,
    control: controlAt(control),
    async stop() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
