import { courseGroup, courseQuery } from '@rectify/projections';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { openReading } from '../access/open.ts';
import { instants, withInstants } from '../options/instants.ts';
import { readPlace, withPlace } from '../options/place.ts';
import { optionsOf, readOptions, wantsJson } from '../options/read-options.ts';
import { courseInWords } from '../print/course.ts';
import { footer } from '../print/footer.ts';
import { print, printJson } from '../print/output.ts';

const day = z.iso.date('a day such as 2018-11-05');

const courseOptions = z.object({
  ...instants.shape,
  from: day,
  to: day.optional(),
  groupBy: courseGroup.optional(),
  region: z.string().optional(),
  campaign: z.string().optional(),
  standing: z.literal(true).optional(),
});

/** `rectify course`: how many mines were shut, day by day. */
export function addCourse(program: Command): void {
  withInstants(withPlace(program.command('course')))
    .description('how many were shut at the end of each day, and how many were closed, reopened… on it')
    .addOption(new Option('--from <day>', 'the first day, Beijing time'))
    .addOption(new Option('--to <day>', 'the last day (default: today, or that of --as-of)'))
    .addOption(new Option('--group-by <what>', 'of each group too').choices(courseGroup.options))
    .addOption(new Option('--region <codes>', 'only of these regions, with commas between them'))
    .addOption(new Option('--campaign <ids>', 'only of these campaigns'))
    .addOption(new Option('--standing', 'where those that are shut stand too: closed, inspected or licensed'))
    .action(async (_options, command: Command) => {
      const given = optionsOf(command);
      const { standing, ...others } = readOptions(given, courseOptions);
      const asked = { ...others, ...(standing && { standing: 'true' }) };
      readOptions(asked, courseQuery);
      await using reading = await openReading(readPlace(given));
      const course = await reading.course(asked);
      if (wantsJson(given)) printJson(course);
      else print([courseInWords(course), '', footer(await reading.demonstration(), asked)].join('\n'));
    });
}
