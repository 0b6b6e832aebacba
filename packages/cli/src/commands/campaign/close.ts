import { type Command, Option } from 'commander';
import { z } from 'zod';
import { openWriting } from '../../access/open.ts';
import { idempotencyKey, withKey } from '../../options/key.ts';
import { readActor, withActor } from '../../options/person.ts';
import { readPlace, withPlace } from '../../options/place.ts';
import { optionsOf, readOptions, wantsJson } from '../../options/read-options.ts';
import { campaignNowInWords } from '../../print/campaigns.ts';
import { print, printJson } from '../../print/output.ts';

const closeOptions = z.object({ reason: z.string({ error: 'some text' }).min(1, 'some text'), key: idempotencyKey });

/** `rectify campaign close <campaignId>`: nothing more is done in it; its mines go on as they are. */
export function addClose(group: Command): void {
  withActor(withKey(withPlace(group.command('close'))), 'supervisor')
    .description('close a campaign; its mines go on as they are')
    .argument('<campaignId>', 'the campaign')
    .addOption(new Option('--reason <text>', 'why'))
    .action(async (campaignId: string, _options, command: Command) => {
      const given = optionsOf(command);
      const { reason, key } = readOptions(given, closeOptions);
      const caller = readActor(given, 'supervisor');
      await using writing = await openWriting(readPlace(given), { mayBeNew: false });
      const event = { type: 'CampaignClosed', data: { reason } };
      const answer = await writing.sendToCampaign(campaignId, event, { caller, key });
      if (wantsJson(given)) printJson(answer);
      else print(campaignNowInWords(answer));
    });
}
