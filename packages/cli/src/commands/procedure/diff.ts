import { diffProcedures } from '@rectify/engine';
import type { Command } from 'commander';
import { openReading } from '../../access/open.ts';
import { readPlace, withPlace } from '../../options/place.ts';
import { procedureMeant } from '../../options/procedure-document.ts';
import { optionsOf, wantsJson } from '../../options/read-options.ts';
import { print, printJson } from '../../print/output.ts';

/** `rectify procedure diff BEFORE AFTER`: what changed, in words. */
export function addDiff(group: Command): void {
  withPlace(group.command('diff'))
    .description('what changed between two versions, in words')
    .argument('<before>', 'a version such as rectification@1, or a file (- for standard input)')
    .argument('<after>', 'a version or a file')
    .action(async (before: string, after: string, _options, command: Command) => {
      const given = optionsOf(command);
      const json = wantsJson(given);
      await using reading = await openReading(readPlace(given));
      const changes = diffProcedures(
        await procedureMeant(before, reading, json),
        await procedureMeant(after, reading, json),
      );
      if (json) printJson({ changes });
      else print(changes.length === 0 ? 'Nothing.' : changes.map(({ detail }) => detail).join('\n'));
    });
}
