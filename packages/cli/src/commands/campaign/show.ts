import { type Command, Option } from 'commander';
import { z } from 'zod';
import { openReading } from '../../access/open.ts';
import { readPlace, withPlace } from '../../options/place.ts';
import { optionsOf, readOptions, wantsJson } from '../../options/read-options.ts';
import { campaignInWords } from '../../print/campaigns.ts';
import { print, printJson } from '../../print/output.ts';
import { reportInWords } from '../../print/runs.ts';

const outcomes = ['waiting', 'stored', 'requested', 'refused'] as const;
const showOptions = z.object({ run: z.string().optional(), outcome: z.enum(outcomes).optional() });

/** `rectify campaign show <campaignId>`: one campaign, or with `--run` what became of each case of one of its runs. */
export function addShow(group: Command): void {
  withPlace(group.command('show'))
    .description('a campaign, where its mines stand and its runs; with --run what became of each case')
    .argument('<campaignId>', 'the campaign')
    .addOption(new Option('--run <runId>', 'a run of it: every case with what became of it'))
    .addOption(new Option('--outcome <outcome>', 'only cases that ended so').choices(outcomes))
    .action(async (campaignId: string, _options, command: Command) => {
      const given = optionsOf(command);
      const { run: runId, outcome } = readOptions(given, showOptions);
      await using reading = await openReading(readPlace(given));
      if (runId === undefined) {
        const campaign = await reading.campaign(campaignId);
        if (wantsJson(given)) printJson(campaign);
        else print(campaignInWords(campaign));
        return;
      }
      const report = await reading.report({ campaignId, runId }, outcome);
      if (wantsJson(given)) printJson(report);
      else print(reportInWords(report));
    });
}
