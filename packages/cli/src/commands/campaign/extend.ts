import { type Command, Option } from 'commander';
import { z } from 'zod';
import { openWriting } from '../../access/open.ts';
import { idempotencyKey, withKey } from '../../options/key.ts';
import { listed, readActor, withActor } from '../../options/person.ts';
import { readPlace, withPlace } from '../../options/place.ts';
import { collected, optionsOf, readOptions, wantsJson } from '../../options/read-options.ts';
import { campaignNowInWords } from '../../print/campaigns.ts';
import { print, printJson } from '../../print/output.ts';

const extendOptions = z.object({
  region: listed.optional(),
  until: z.string().optional(),
  reason: z.string({ error: 'some text' }).min(1, 'some text'),
  key: idempotencyKey,
});

/** `rectify campaign extend <campaignId>`: further regions, or a later last day. */
export function addExtend(group: Command): void {
  withActor(withKey(withPlace(group.command('extend'))), 'supervisor')
    .description('extend a campaign by regions or days')
    .argument('<campaignId>', 'the campaign')
    .addOption(new Option('--region <codes>', 'further regions, such as CN-SC').argParser(collected))
    .addOption(new Option('--until <day>', 'a later last day'))
    .addOption(new Option('--reason <text>', 'why'))
    .action(async (campaignId: string, _options, command: Command) => {
      const given = optionsOf(command);
      const { region: regions, until, reason, key } = readOptions(given, extendOptions);
      const caller = readActor(given, 'supervisor');
      await using writing = await openWriting(readPlace(given), { mayBeNew: false });
      const data = { ...(regions && { regions }), ...(until !== undefined && { until }), reason };
      const answer = await writing.sendToCampaign(campaignId, { type: 'CampaignExtended', data }, { caller, key });
      if (wantsJson(given)) printJson(answer);
      else print(campaignNowInWords(answer));
    });
}
