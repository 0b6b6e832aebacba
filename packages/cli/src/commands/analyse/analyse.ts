import type { Command } from 'commander';
import { addSurvival } from './survival.ts';

/** `rectify analyse …`: statistics of a table. */
export function addAnalyse(program: Command): void {
  const group = program.command('analyse').description('statistics of a table: how long it takes until something ends');
  addSurvival(group);
}
