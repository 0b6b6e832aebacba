import type { Command } from 'commander';
import { addCheck } from './check.ts';
import { addDiff } from './diff.ts';
import { addList } from './list.ts';
import { addPreview } from './preview.ts';
import { addPublish } from './publish.ts';
import { addShow } from './show.ts';
import { addWithdraw } from './withdraw.ts';

/** `rectify procedure …`: the rules of jurisdictions, from a draft to the cases that are moved to them. */
export function addProcedure(program: Command): void {
  const group = program
    .command('procedure')
    .description('the rules of a jurisdiction: check, publish, compare, and see which cases a new version would change')
    .addHelpText('after', HOW);
  for (const add of [addList, addShow, addCheck, addDiff, addPreview, addPublish, addWithdraw]) add(group);
}

const HOW = `
A new version begins with the document of an old one:
  $ rectify procedure show rectification@1 --json > mine.json
  (raise "version", change what is to be different)
  $ rectify procedure check mine.json
  $ rectify procedure diff rectification@1 mine.json
  $ rectify procedure preview mine.json
  $ rectify procedure publish mine.json
Cycles that are open stay under the version they began under; a supervisor moves one:
  $ rectify send XJ-9001 ProcedureMigrated --role supervisor --data '{"procedure":"rectification@2","reason":"…"}'`;
