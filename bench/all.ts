/** Runs the benchmarks one after the other, or the one that is named with what follows it, and prints first what was measured where. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { machine } from './machine.ts';

const all = [
  'deciding',
  'append',
  'reading',
  'read-side',
  'send',
  'growth',
  'read-growth',
  'under-load',
  'seen',
  'folding-memory',
  'verify',
  'why-not',
  'page',
];

const [only, ...options] = process.argv.slice(2);
for (const line of machine()) console.log(line);
for (const name of only ? [only] : all) {
  console.log(`\n# ${name}`);
  const file = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  const flags = ['--disable-warning=ExperimentalWarning', file, ...options];
  const { status } = spawnSync(process.execPath, flags, { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
