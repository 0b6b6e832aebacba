import type { Command } from 'commander';
import { addCheck } from './check.ts';

/** `rectify store`: the event store itself. */
export function addStore(program: Command): void {
  const group = program.command('store').description('the event store itself: is it whole?');
  addCheck(group);
}
