import { procedureName } from '@rectify/engine';
import type { Command } from 'commander';
import { readJson } from '../../options/event-data.ts';
import { withPlace } from '../../options/place.ts';
import { withoutFaults } from '../../options/procedure-document.ts';
import { optionsOf, wantsJson } from '../../options/read-options.ts';
import { print, printJson } from '../../print/output.ts';

/** `rectify procedure check FILE`: everything wrong with a document, at once. It needs no store. */
export function addCheck(group: Command): void {
  withPlace(group.command('check'))
    .description('everything that is wrong with a document, at once; it needs no store')
    .argument('<file>', 'the document as JSON; - for standard input')
    .addHelpText('after', EXIT_CODES)
    .action(async (file: string, _options, command: Command) => {
      const json = wantsJson(optionsOf(command));
      const document = withoutFaults(await readJson(file), file, json);
      if (json) printJson({ faults: [] });
      else print(`${procedureName(document)} has no faults.`);
    });
}

const EXIT_CODES = `
Exit code 0 if it may be published, 1 if it has faults: each is a line with where it is (a JSON pointer) and what to do.`;
