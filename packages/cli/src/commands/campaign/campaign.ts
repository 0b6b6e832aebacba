import type { Command } from 'commander';
import { addClose } from './close.ts';
import { addExtend } from './extend.ts';
import { addGrant } from './grant.ts';
import { addList } from './list.ts';
import { addOpen } from './open.ts';
import { addPreview } from './preview.ts';
import { addRun } from './run.ts';
import { addShow } from './show.ts';

/** `rectify campaign …`: campaigns, and what is done in them to many mines at once. */
export function addCampaign(program: Command): void {
  const group = program
    .command('campaign')
    .description('campaigns: open, extend and close them, and act on many mines at once, as previewed')
    .addHelpText('after', HOW);
  for (const add of [addOpen, addExtend, addClose, addList, addShow, addPreview, addRun, addGrant]) add(group);
}

const HOW = `
Closing many mines takes two people: one looks and asks, another grants.
  $ rectify campaign preview november-2018 ClosureOrdered --query 'status=operating&region=CN-XJ' \\
      --data '{"grounds":"…","authority":"…","legalBasis":"not stated"}' --save token.txt
  $ rectify campaign run november-2018 --token @token.txt
  $ rectify campaign grant november-2018 --actor supervisor-2
  $ rectify campaign grant november-2018 --actor supervisor-2 --exclude XJ-0007 --expect 41`;
