import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { openWriting } from '../../access/open.ts';
import { readActor, withActor } from '../../options/person.ts';
import { readPlace, withPlace } from '../../options/place.ts';
import { optionsOf, readOptions, wantsJson } from '../../options/read-options.ts';
import { print, printJson } from '../../print/output.ts';
import { runInWords } from '../../print/runs.ts';
import { followed } from './follow.ts';

const runOptions = z.object({ token: z.string({ error: 'the token of a preview, @file or -' }).min(1, 'a token') });

/** `rectify campaign run <campaignId> --token …`: does what a preview showed, and waits until it is done. */
export function addRun(group: Command): void {
  withActor(withPlace(group.command('run')), 'supervisor')
    .description('do what a preview showed, if it would still come to the same, and wait until it is done')
    .argument('<campaignId>', 'the campaign')
    .addOption(new Option('--token <token>', 'the token of the preview: itself, @file, or - for standard input'))
    .action(async (campaignId: string, _options, command: Command) => {
      const given = optionsOf(command);
      const { token } = readOptions(given, runOptions);
      const caller = readActor(given, 'supervisor');
      const place = readPlace(given);
      await using writing = await openWriting(place, { mayBeNew: false });
      const started = await writing.startRun(campaignId, (await tokenIn(token)).trim(), caller);
      const run = await followed(writing, started, caller);
      if (wantsJson(given)) printJson({ run, duplicate: started.duplicate });
      else print(runInWords(run, started.duplicate, place));
    });
}

async function tokenIn(given: string): Promise<string> {
  if (given === '-') return text(process.stdin);
  return given.startsWith('@') ? readFileSync(given.slice(1), 'utf8') : given;
}
