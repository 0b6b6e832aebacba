import { citationQuery } from '@rectify/projections';
import type { Command } from 'commander';
import { openReading } from '../access/open.ts';
import { UsageError } from '../failures.ts';
import { readPlace, withPlace } from '../options/place.ts';
import { optionsOf, wantsJson } from '../options/read-options.ts';
import { citationInWords } from '../print/citation.ts';
import { print, printJson } from '../print/output.ts';

const LINK = '/v1/citation?';

/** `rectify cite`: a figure with all that makes it repeatable, or whether a cited one stands. */
export function addCite(program: Command): void {
  withPlace(program.command('cite'))
    .description(
      'a figure with all that makes it repeatable; or whether one that was cited stands, and what changed it',
    )
    .argument('<query>', 'the path and query that the figure is answered at, or the link of a citation')
    .argument('[figure]', 'where it stands in the answer, a JSON pointer; not with a link')
    .addHelpText('after', ABOUT)
    .action(async (query: string, figure: string | undefined, _options, command: Command) => {
      const given = optionsOf(command);
      const asked = askedOf(query, figure);
      await using reading = await openReading(readPlace(given));
      const cited = await reading.cite(asked);
      if (wantsJson(given)) printJson(cited);
      else print(citationInWords(cited));
    });
}

function askedOf(query: string, figure: string | undefined): Readonly<Record<string, string>> {
  const isLink = query.startsWith(LINK);
  if (isLink && figure !== undefined)
    throw new UsageError('A link names its figure itself: leave the second word out.');
  const asked = isLink
    ? Object.fromEntries(new URLSearchParams(query.slice(LINK.length)))
    : { query, ...(figure !== undefined && { figure }) };
  const read = citationQuery.safeParse(asked);
  if (read.success) return asked;
  const wrong = read.error.issues.map(({ path, message }) => `${String(path[0] ?? 'link')}: ${message}`);
  throw new UsageError(`That cannot be cited. ${wrong.join('; ')}.`);
}

const ABOUT = `
Cited are the total of /v1/mines and /v1/closures, and single values of /v1/mines/MINE, /v1/closures/statistics and /v1/closures/course.

Examples:
  $ rectify cite '/v1/mines?shut=true&asOf=2018-11-11T00:00:00%2B08:00' /total
  $ rectify cite '/v1/citation?query=…'`;
