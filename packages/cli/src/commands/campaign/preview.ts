import { writeFileSync } from 'node:fs';
import { previewed } from '@rectify/api';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { openWriting } from '../../access/open.ts';
import { UsageError } from '../../failures.ts';
import { readActor, withActor } from '../../options/person.ts';
import { optionsOf, readOptions, wantsJson } from '../../options/read-options.ts';
import { readWriting, withWriting } from '../../options/writing.ts';
import { print, printJson } from '../../print/output.ts';
import { previewInWords } from '../../print/runs.ts';

const groups = ['accepted', 'needs-approval', 'refused'] as const;
const previewOptions = z.object({
  query: z.string().transform(parametersIn).default({}),
  outcome: z.enum(groups).optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'a whole number from 1 to 500')
    .transform(Number)
    .default(20),
  save: z.string().optional(),
});

/** `rectify campaign preview <campaignId> <type>`: what would become of an event sent to many mines. Nothing is sent. */
export function addPreview(group: Command): void {
  withActor(withWriting(group.command('preview')), 'supervisor')
    .description('see what an event sent to many mines would come to: how many, in which groups, which cases')
    .argument('<campaignId>', 'the campaign')
    .argument('<type>', 'the event type, such as ClosureOrdered')
    .addOption(
      new Option('--query <query>', "which mines: the query of their list, such as 'status=operating&region=CN-XJ'"),
    )
    .addOption(new Option('--outcome <group>', 'show only cases of this group; all are counted').choices(groups))
    .addOption(new Option('--limit <number>', 'show so many cases (default: 20)'))
    .addOption(new Option('--save <file>', 'keep the token to act on it in a file'))
    .action(async (campaignId: string, type: string, _options, command: Command) => {
      const given = optionsOf(command);
      const { query, outcome, limit, save } = readOptions(given, previewOptions);
      const { place, data = {}, occurredAt, occurredAtPrecision } = await readWriting(command);
      const caller = readActor(given, 'supervisor');
      const event = { type, data, occurredAt, occurredAtPrecision };
      await using writing = await openWriting(place, { mayBeNew: false });
      const sent = previewed.parse({ query, event, limit, ...(outcome && { outcome: [outcome] }) });
      const preview = await writing.previewMany(campaignId, sent, caller);
      if (save !== undefined && preview.token) writeFileSync(save, `${preview.token}\n`, { mode: 0o600 });
      if (wantsJson(given)) printJson(preview);
      else print(previewInWords(preview, { campaignId, type, save, place }));
    });
}

/** A query as it is written in a URL, as parameters. @throws UsageError */
function parametersIn(query: string): Record<string, string | string[]> {
  const given = new URLSearchParams(query);
  const parameters = [...new Set(given.keys())].map((name): [string, string | string[]] => {
    const [first, ...more] = given.getAll(name);
    if (first === undefined || first === '') throw new UsageError(`--query says nothing of ${name}.`);
    return [name, more.length > 0 ? [first, ...more] : first];
  });
  return Object.fromEntries(parameters);
}
