import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * Runs a projector in a process of its own, kills it after so many commits as it works on the next, and tells by which signal it ended and how far
 * it was when it was killed.
 */
export async function foldUntilKilled(
  storeFile: string,
  readFile: string,
  commits: number,
  what: 'fold' | 'rebuild' | 'fill' = 'fold',
): Promise<{ readonly signal: string | null; readonly far: number }> {
  const script = new URL('fold-until-killed.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, storeFile, readFile, what], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<string | null>((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  let seen = 0;
  let far = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    far = Number(line);
    if (++seen <= commits) child.stdin.write('\n');
    if (seen === commits) child.kill('SIGKILL');
  }
  return { signal: await ended, far };
}
