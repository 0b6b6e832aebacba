import { grantedTogether } from '@rectify/api';
import { eventTypes } from '@rectify/engine';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { openReading, openWriting } from '../../access/open.ts';
import { idempotencyKey, withKey } from '../../options/key.ts';
import { listed, readActor, withActor } from '../../options/person.ts';
import { readPlace, withPlace } from '../../options/place.ts';
import { collected, optionsOf, readOptions, wantsJson } from '../../options/read-options.ts';
import { print, printJson } from '../../print/output.ts';
import { requestsInWords, runInWords } from '../../print/runs.ts';
import { followed } from './follow.ts';

const grantOptions = z.object({
  type: z.enum(eventTypes, { error: 'an event type' }).default('ClosureOrdered'),
  exclude: listed.default([]),
  expect: z
    .string()
    .regex(/^\d{1,9}$/, 'a whole number')
    .transform(Number)
    .optional(),
  key: idempotencyKey,
});

/** `rectify campaign grant <campaignId>`: lists the requests that wait; with `--expect` grants them, but for those excluded. */
export function addGrant(group: Command): void {
  withActor(withKey(withPlace(group.command('grant'))), 'supervisor')
    .description('list the requests that wait in a campaign; with --expect grant them together, each as one of so many')
    .argument('<campaignId>', 'the campaign')
    .addOption(new Option('--type <type>', 'requests for which event (default: ClosureOrdered)'))
    .addOption(new Option('--exclude <ids>', 'mines whose requests are left out').argParser(collected))
    .addOption(
      new Option('--expect <number>', 'how many you have seen listed and would grant: refused if it is another number'),
    )
    .action(async (campaignId: string, _options, command: Command) => {
      const given = optionsOf(command);
      const { type, exclude, expect, key } = readOptions(given, grantOptions);
      const place = readPlace(given);
      if (expect === undefined) {
        await using reading = await openReading(place);
        const requests = await reading.requests(campaignId, type);
        const items = requests.filter(({ mineId }) => !exclude.includes(mineId));
        if (wantsJson(given)) printJson({ items, total: items.length });
        else print(requestsInWords(items, { campaignId, type, exclude, place }));
        return;
      }
      const caller = readActor(given, 'supervisor');
      const sent = grantedTogether.parse({ approvalType: type, exclude, expectedCount: expect });
      await using writing = await openWriting(place, { mayBeNew: false });
      const started = await writing.grantTogether(campaignId, sent, { caller, key });
      const run = await followed(writing, started, caller);
      if (wantsJson(given)) printJson({ run, duplicate: started.duplicate });
      else print(runInWords(run, started.duplicate, place));
    });
}
