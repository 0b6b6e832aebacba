import { type Command, Option } from 'commander';
import { z } from 'zod';
import { openReading } from '../../access/open.ts';
import { UsageError } from '../../failures.ts';
import { instants, withInstants } from '../../options/instants.ts';
import { readPlace, withPlace } from '../../options/place.ts';
import { optionsOf, readOptions, wantsJson } from '../../options/read-options.ts';
import { footer } from '../../print/footer.ts';
import { likeCasesInWords } from '../../print/like-cases.ts';
import { print, printJson } from '../../print/output.ts';

const likeCasesOptions = instants.extend({ grounds: z.string().min(1, 'grounds, or their code').optional() });

/** `rectify analyse like-cases`: how closures on the same grounds went, by the office that ordered them. */
export function addLikeCases(group: Command): void {
  withInstants(withPlace(group.command('like-cases')))
    .description('how closures on the same grounds went: by when they ended and how, by the office that ordered them')
    .argument('[mineId]', 'cases like the last closure of this mine; not with --grounds')
    .addOption(new Option('--grounds <text>', 'closed on these: their code, or their text where they have none'))
    .addHelpText('after', EXAMPLES)
    .action(async (mine: string | undefined, _options, command: Command) => {
      const given = optionsOf(command);
      const { grounds, ...asked } = readOptions(given, likeCasesOptions);
      if ((mine === undefined) === (grounds === undefined))
        throw new UsageError('Name either a mine or grounds: rectify analyse like-cases MINE, or --grounds TEXT.');
      await using reading = await openReading(readPlace(given));
      const answer = await reading.likeCases({ mine, grounds, ...asked });
      if (wantsJson(given)) printJson(answer);
      else print([likeCasesInWords(answer), '', footer(await reading.demonstration(), asked)].join('\n'));
    });
}

const EXAMPLES = `
Examples:
  $ rectify analyse like-cases XJ-0001 --as-of 2018-12-31
  $ rectify analyse like-cases --grounds outages --json`;
