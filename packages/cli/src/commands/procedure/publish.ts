import { type Command, Option } from 'commander';
import { z } from 'zod';
import { openWriting } from '../../access/open.ts';
import { UsageError } from '../../failures.ts';
import { readJson } from '../../options/event-data.ts';
import { instantOrStartOfDay } from '../../options/instants.ts';
import { idempotencyKey, withKey } from '../../options/key.ts';
import { readActor, withActor } from '../../options/person.ts';
import { readPlace, withPlace } from '../../options/place.ts';
import { isName, shipped, withoutFaults } from '../../options/procedure-document.ts';
import { optionsOf, readOptions, wantsJson } from '../../options/read-options.ts';
import { print, printJson } from '../../print/output.ts';
import { publishedInWords } from '../../print/procedures.ts';

const publishOptions = z.object({
  inForceFrom: instantOrStartOfDay,
  note: z.string().min(1, 'some text').optional(),
  key: idempotencyKey,
});

/** `rectify procedure publish FILE|NAME`: puts a version in force for the cycles that begin. */
export function addPublish(group: Command): void {
  withActor(withKey(withPlace(group.command('publish'))), 'admin')
    .description('publish a version: cycles that begin from then on, in its regions, are under it')
    .argument('<procedure>', 'a file (- for standard input), or a version that comes with Rectify, such as strict@1')
    .addOption(new Option('--in-force-from <when>', 'since when: a day or an instant with its offset (default: now)'))
    .addOption(new Option('--note <text>', 'why'))
    .action(async (meant: string, _options, command: Command) => {
      const given = optionsOf(command);
      const json = wantsJson(given);
      const { inForceFrom, note, key } = readOptions(given, publishOptions);
      const caller = readActor(given, 'admin');
      const procedure = isName(meant) ? shippedDocument(meant) : withoutFaults(await readJson(meant), meant, json);
      await using writing = await openWriting(readPlace(given), { mayBeNew: false });
      const answer = await writing.publish({ procedure, inForceFrom, note }, { caller, key });
      if (json) printJson(answer);
      else print(publishedInWords(answer));
    });
}

function shippedDocument(name: string) {
  const document = shipped(name);
  if (document) return document;
  throw new UsageError(`${name} does not come with Rectify: give the file of its document.`);
}
