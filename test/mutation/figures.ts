import { dirname, relative } from 'node:path';
import type { MutantResult } from '@stryker-mutator/api/core';

/** Every mutant that no test noticed, where it is and what it changes, one line each. */
export function survivorsAmong(mutants: readonly MutantResult[]): string[] {
  return mutants
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .toSorted(
      (one, other) => one.fileName.localeCompare(other.fileName) || one.location.start.line - other.location.start.line,
    )
    .map(({ fileName, location: { start, end }, mutatorName, replacement, status }) => {
      const where = `${relative(process.cwd(), fileName)}:${start.line + 1}:${start.column + 1}-${end.line + 1}:${end.column + 1}`;
      return `${status} ${where} ${mutatorName} → ${replacement.replaceAll(/\s+/g, ' ').slice(0, 100)}`;
    });
}

/** A line per folder and one for all: mutants noticed, of how many, and the share in per cent. */
export function figuresOf(mutants: readonly MutantResult[]): string[] {
  const counted = mutants.filter(({ status }) => status !== 'Ignored');
  const folders = Object.groupBy(counted, ({ fileName }) => dirname(relative(process.cwd(), fileName)));
  return [...Object.entries(folders).toSorted(), ['all', counted] as const].map(([folder, those = []]) => {
    const noticed = those.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
    return `| ${folder} | ${noticed} | ${those.length} | ${((100 * noticed) / those.length).toFixed(1)} % |`;
  });
}
