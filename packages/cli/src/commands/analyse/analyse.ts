import type { Command } from 'commander';
import { addBottlenecks } from './bottlenecks.ts';
import { addLikeCases } from './like-cases.ts';
import { addSurvival } from './survival.ts';

/** `rectify analyse …`: statistics of the closures in a store, or of a table. */
export function addAnalyse(program: Command): void {
  const group = program
    .command('analyse')
    .description('statistics: how long it takes until something ends, where it is held up, and how like cases went');
  addSurvival(group);
  addBottlenecks(group);
  addLikeCases(group);
}
