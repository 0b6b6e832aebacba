import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { keptFiles } from '@rectify/api';
import { documentFolder, openReader, writeBackup } from '@rectify/engine';
import type { Command } from 'commander';
import { storeToRead } from '../access/open.ts';
import { outside } from '../access/outside.ts';
import { interruption } from '../interruption.ts';
import { readPlace, withPlace } from '../options/place.ts';
import { optionsOf, wantsJson } from '../options/read-options.ts';
import { note, print, printJson, progress, progressDone } from '../print/output.ts';
import { size } from '../print/size.ts';
import { counted } from '../print/times.ts';

/** `rectify backup`: all events, documents and keys of a data folder in one file. */
export function addBackup(program: Command): void {
  withPlace(program.command('backup'))
    .argument('<file>', 'where to write it; nothing is overwritten')
    .description('write all events, documents and the signing key into one file; a running server goes on meanwhile')
    .addHelpText('after', ABOUT)
    .action(async (given: string, _options, command: Command) => {
      const options = optionsOf(command);
      const place = readPlace(options);
      const file = resolve(given);
      const reader = await openReader(storeToRead(place));
      try {
        const files = keptFiles(place.data);
        const madeAt = outside.clock();
        const signal = interruption('No backup was made.');
        const onProgress = ({ doing, events }: { doing: string; events: number }) =>
          progress(`${counted(events, 'event')}: ${doing} …`);
        const backup = await writeBackup({
          from: reader,
          documents: documentFolder(place.data),
          file,
          madeAt,
          files,
          signal,
          onProgress,
        });
        progressDone();
        const bytes = statSync(file).size;
        const paths = files.map(({ path }) => path);
        if (wantsJson(options)) {
          printJson({ file, bytes, madeAt, storeId: reader.storeId, ...backup, files: paths });
        } else {
          print(
            `${counted(backup.events, 'event')}, ${counted(backup.documents, 'document')}${paths.map((path) => ` and ${path}`).join('')} in ${file} (${size(bytes)}), read back and equal.`,
          );
          print(`Store ${reader.storeId}, up to position ${backup.head ?? 'none'}, digest ${backup.digest}.`);
        }
        const lost = backup.lostDocuments.length;
        if (lost > 0)
          note(
            `${counted(lost, 'document')} could not be backed up: missing or changed. \`rectify store check\` names each.`,
          );
      } finally {
        progressDone();
        await reader.close();
      }
    });
}

const ABOUT = `
It holds every event that was acknowledged before it began, and every document that those say came. Keep it like a key: whoever has it can read all cases, and sign tokens.
A command that is killed leaves <file>-….part behind, which can be deleted. \`rectify restore\` makes a new data folder of it,
\`rectify store check --backup <file>\` reads it whole. It is lines of JSON, compressed: \`zcat <file> | head\` shows what is in it.`;
