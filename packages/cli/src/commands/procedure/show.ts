import type { Command } from 'commander';
import { openReading } from '../../access/open.ts';
import { readPlace, withPlace } from '../../options/place.ts';
import { procedureMeant } from '../../options/procedure-document.ts';
import { optionsOf, wantsJson } from '../../options/read-options.ts';
import { print, printJson } from '../../print/output.ts';
import { procedureInWords } from '../../print/procedure.ts';
import { standingInWords } from '../../print/procedures.ts';

/** `rectify procedure show NAME`: one version in plain words, or its document. */
export function addShow(group: Command): void {
  withPlace(group.command('show'))
    .description('one version in plain words; with --json its document, to begin a new version with')
    .argument('<name>', 'a version such as rectification@1, or a file (- for standard input)')
    .action(async (name: string, _options, command: Command) => {
      const given = optionsOf(command);
      const json = wantsJson(given);
      await using reading = await openReading(readPlace(given));
      const document = await procedureMeant(name, reading, json);
      if (json) {
        printJson(document);
        return;
      }
      const summary = (await reading.procedures()).items.find((one) => one.name === name);
      print(procedureInWords(document, summary ? standingInWords(summary) : 'It is not published here.'));
    });
}
