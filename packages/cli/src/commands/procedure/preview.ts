import { previewQuery } from '@rectify/projections';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import type { Reading } from '../../access/access.ts';
import { openReading } from '../../access/open.ts';
import { readPlace, withPlace } from '../../options/place.ts';
import { procedureMeant } from '../../options/procedure-document.ts';
import { optionsOf, readOptions, wantsJson } from '../../options/read-options.ts';
import { print, printJson } from '../../print/output.ts';
import { previewsInWords } from '../../print/previews.ts';

const previewOptions = z.object({
  limit: z
    .string()
    .regex(/^[1-9]\d{0,6}$/, 'a whole number from 1')
    .transform(Number)
    .default(50),
  unchanged: z.boolean().default(false),
});

type PreviewOptions = z.output<typeof previewOptions>;

/** The most cases that one page holds. */
const PAGE = 500;

/** `rectify procedure preview FILE|NAME`: which open cycles would change if they were moved. */
export function addPreview(group: Command): void {
  withPlace(group.command('preview'))
    .description('what would change if the open cycles were moved to a version: how many, and which cases')
    .argument('<procedure>', 'a file (- for standard input), or a version such as strict@1')
    .addOption(new Option('--limit <number>', 'list so many cases; all are counted (default: 50)'))
    .addOption(new Option('--unchanged', 'list those too that would not change'))
    .action(async (meant: string, _options, command: Command) => {
      const given = optionsOf(command);
      const json = wantsJson(given);
      const options = readOptions(given, previewOptions);
      await using reading = await openReading(readPlace(given));
      const previews = await previewed(reading, await procedureMeant(meant, reading, json), options);
      if (json) printJson(previews);
      else print(previewsInWords(previews));
    });
}

async function previewed(
  reading: Reading,
  to: Parameters<Reading['previewMigrations']>[0],
  { limit, unchanged }: PreviewOptions,
) {
  const outcome = unchanged ? ['changes', 'cannot-move', 'unchanged', 'under-it-already'] : undefined;
  const ask = (more: number, cursor?: string) =>
    reading.previewMigrations(to, previewQuery.parse({ outcome, limit: Math.min(more, PAGE), cursor }));
  const { next: first, ...list } = await ask(limit);
  const items = [...list.items];
  let next = first;
  while (next !== undefined && items.length < limit) {
    const page = await ask(limit - items.length, next);
    items.push(...page.items);
    next = page.next;
  }
  return { ...list, items, more: next !== undefined };
}
