// Changes the code of the domain, one small change at a time, and prints which changes no domain test notices: pnpm mutation [PATH…]
// --quick leaves out what is computed while loading, which takes longest; --concurrency 2 takes two processors.
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { MutantResult } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { figuresOf } from './figures.ts';

const engine = 'packages/engine/src';

/** What is changed when no path is named: what decides about mines and remembers them. Schemas and procedures are data. */
const domain = [
  ...['guards', 'case', 'deadlines'].map((folder) => `${engine}/rectification/${folder}`),
  `${engine}/rectification/*.ts`,
  `!${engine}/rectification/{machine,decide,chart-*}.ts`,
  `${engine}/{approvals,corrections,draft,steps,taking}.ts`,
  `${engine}/foreseeing/{dependents,preview}.ts`,
];
/** The part of it that the long tests are asked about: apart, since they make waiting for an endless test long too. */
const chart = [
  `${engine}/rectification/compiled`,
  `${engine}/rectification/{machine,decide,chart-*}.ts`,
  `${engine}/{judged-history,judging}.ts`,
];

const { values, positionals } = parseArgs({
  options: { concurrency: { type: 'string', default: '1' }, quick: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
const began = new Date();
const mutants: MutantResult[] = [];
for (const [index, part] of (positionals.length > 0 ? [positionals] : [domain, chart]).entries()) {
  const stryker = new Stryker({
    configFile: 'test/mutation/stryker.json',
    mutate: part.map(filesIn),
    tempDirName: join(tmpdir(), 'rectify-mutation'),
    htmlReporter: { fileName: `reports/mutation-${index + 1}.html` },
    concurrency: Number(values.concurrency),
    ignoreStatic: values.quick,
  });
  mutants.push(...(await stryker.runMutationTest()));
}
const minutes = Math.round((Date.now() - began.getTime()) / 60_000);
const what = values.quick ? 'without what is computed while loading' : 'with what is computed while loading';
console.log(
  ['', ...figuresOf(mutants), '', `${commit}, ${began.toISOString()}, ${what}, ${minutes} minutes`].join('\n'),
);

/** A folder as the files in it, anything else as it is. */
function filesIn(path: string): string {
  return existsSync(path) && statSync(path).isDirectory() ? `${path}/**/*.ts` : path;
}
