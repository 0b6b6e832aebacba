// Prints how golden histories differ from what the engine answers: pnpm golden [FILE…]
// Rewrites what one of them expects, which needs a reason in the commit message: pnpm golden --accept FILE
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { diff, inspect, parseArgs } from 'node:util';
import { answered } from './answered.ts';
import { folder, namesOfHistories, read } from './files.ts';
import { askedHistory, goldenHistory } from './history-file.ts';
import { play } from './play.ts';

const { values, positionals } = parseArgs({ options: { accept: { type: 'string' } }, allowPositionals: true });
await (values.accept === undefined ? compare(positionals) : accept(basename(values.accept)));

async function compare(paths: readonly string[]): Promise<void> {
  const names = paths.length > 0 ? paths.map((path) => basename(path)) : namesOfHistories();
  let differing = 0;
  for (const name of names) {
    const differences = await differencesOf(name);
    if (differences.length === 0) continue;
    differing += 1;
    console.log([`test/golden/${name}`, ...differences, ''].join('\n'));
  }
  console.log(`${names.length - differing} as expected, ${differing} not`);
  process.exitCode = differing > 0 ? 1 : 0;
}

/** What is expected (-) and answered instead (+), by line; or what went wrong on the way there. */
async function differencesOf(name: string): Promise<string[]> {
  try {
    const history = goldenHistory.parse(read(name));
    const { facts } = await play(history);
    return diff(linesOf(history.expected), linesOf(answered(history.expected, facts))).flatMap(([kind, line]) =>
      kind === 0 ? [] : [`${kind < 0 ? '+' : '-'} ${line}`],
    );
  } catch (error) {
    return [String(error)];
  }
}

function linesOf(value: unknown): string[] {
  return inspect(value, { depth: null, sorted: true, breakLength: 100, maxArrayLength: null }).split('\n');
}

/** Rewrites what a history expects, and nothing else in it. */
async function accept(name: string): Promise<void> {
  if (process.env.CI) throw new Error('What a golden history expects is not rewritten in CI.');
  const content = read(name);
  const history = askedHistory.parse(content);
  const { facts } = await play(history);
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify({ ...Object(content), expected: answered(history.expected, facts) }));
  execFileSync('pnpm', ['exec', 'biome', 'format', '--write', file], { stdio: 'inherit' });
}
