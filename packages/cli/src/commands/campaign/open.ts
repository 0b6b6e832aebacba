import { type Command, Option } from 'commander';
import { z } from 'zod';
import { openWriting } from '../../access/open.ts';
import { asObject } from '../../options/event-data.ts';
import { listed, readActor, withActor } from '../../options/person.ts';
import { collected, optionsOf, readOptions, wantsJson } from '../../options/read-options.ts';
import { readWriting, withWriting } from '../../options/writing.ts';
import { openedInWords } from '../../print/campaigns.ts';
import { print, printJson } from '../../print/output.ts';

const openOptions = z.object({
  name: z.string().optional(),
  trigger: z.string().optional(),
  triggeredOn: z.string().optional(),
  region: listed.optional(),
  until: z.string().optional(),
  authority: z.string().optional(),
  legalBasis: z.string().optional(),
});

/** `rectify campaign open [campaignId]`. */
export function addOpen(group: Command): void {
  withActor(withWriting(group.command('open')), 'supervisor')
    .description('open a campaign')
    .argument('[campaignId]', 'its id, such as november-2018 (default: one is made)')
    .addOption(new Option('--name <name>', 'its name'))
    .addOption(new Option('--trigger <code>', 'what set it off, such as power-outage'))
    .addOption(new Option('--triggered-on <day>', 'the day of that, if it is stated'))
    .addOption(new Option('--region <codes>', 'its regions, such as CN-GZ,CN-XJ').argParser(collected))
    .addOption(new Option('--until <day>', 'its last day (default: open-ended)'))
    .addOption(new Option('--authority <name>', 'who carries it out'))
    .addOption(new Option('--legal-basis <text>', 'on which legal basis; may be "not stated"'))
    .action(async (campaignId: string | undefined, _options, command: Command) => {
      const given = optionsOf(command);
      const { region: regions, ...said } = readOptions(given, openOptions);
      const { place, data = {}, key, occurredAt, occurredAtPrecision } = await readWriting(command);
      const caller = readActor(given, 'supervisor');
      const options = Object.entries({ campaignId, regions, ...said }).filter(([, value]) => value !== undefined);
      const opening = { data: { ...asObject(data), ...Object.fromEntries(options) }, occurredAt, occurredAtPrecision };
      await using writing = await openWriting(place, { mayBeNew: true });
      const answer = await writing.openCampaign(opening, { caller, key });
      if (wantsJson(given)) printJson(answer);
      else print(openedInWords(answer));
    });
}
