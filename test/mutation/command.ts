// Changes the code of the domain, one small change at a time, and prints which changes no domain test notices: pnpm mutation [PATH…]
// --quick leaves out what is computed while loading, which takes longest; --concurrency 2 takes two processors.
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { figuresOf } from './figures.ts';

const engine = 'packages/engine/src';

/** What is changed when no path is named: what decides about mines and remembers them. Schemas and procedures are data. */
const DOMAIN = [
  ...['guards', 'case', 'compiled', 'deadlines'].map((folder) => `${engine}/rectification/${folder}`),
  `${engine}/rectification/*.ts`,
  `${engine}/{approvals,corrections,dependents,draft,judged-history,judging,preview,steps,taking}.ts`,
];

const { values, positionals } = parseArgs({
  options: { concurrency: { type: 'string', default: '1' }, quick: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
const began = new Date();
const mutants = await new Stryker({
  configFile: 'test/mutation/stryker.json',
  mutate: (positionals.length > 0 ? positionals : DOMAIN).map(filesIn),
  tempDirName: join(tmpdir(), 'rectify-mutation'),
  concurrency: Number(values.concurrency),
  ignoreStatic: values.quick,
}).runMutationTest();
const minutes = Math.round((Date.now() - began.getTime()) / 60_000);
const what = values.quick ? 'without what is computed while loading' : 'with what is computed while loading';
console.log(
  ['', ...figuresOf(mutants), '', `${commit}, ${began.toISOString()}, ${what}, ${minutes} minutes`].join('\n'),
);

/** A folder as the files in it, anything else as it is. */
function filesIn(path: string): string {
  return existsSync(path) && statSync(path).isDirectory() ? `${path}/**/*.ts` : path;
}
