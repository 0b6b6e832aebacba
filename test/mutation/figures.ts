import { dirname, relative } from 'node:path';
import type { MutantResult } from '@stryker-mutator/api/core';

/** A table with a line per folder and one for all: changes noticed, of how many, and the share in per cent. */
export function figuresOf(mutants: readonly MutantResult[]): string[] {
  const counted = mutants.filter(({ status }) => status !== 'Ignored');
  const folders = Object.groupBy(counted, ({ fileName }) => dirname(relative(process.cwd(), fileName)));
  const lines = [...Object.entries(folders).toSorted(), ['all', counted] as const].map(([folder, those = []]) => {
    const noticed = those.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
    return `| ${folder} | ${noticed} | ${those.length} | ${((100 * noticed) / those.length).toFixed(1)} % |`;
  });
  return ['| Folder | Noticed | Of | Share |', '| --- | --- | --- | --- |', ...lines];
}
