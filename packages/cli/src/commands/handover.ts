import { type Command, Option } from 'commander';
import { z } from 'zod';
import { openReading, openWriting } from '../access/open.ts';
import { idempotencyKey, withKey } from '../options/key.ts';
import { readPerson, withPerson } from '../options/person.ts';
import { readPlace, withPlace } from '../options/place.ts';
import { optionsOf, readOptions, wantsJson } from '../options/read-options.ts';
import { handOverInWords } from '../print/handover.ts';
import { print, printJson } from '../print/output.ts';

const options = z.object({ note: z.string().optional(), yes: z.boolean().default(false), key: idempotencyKey });

/** `rectify handover FROM TO`: shows the cases that somebody has, and with `--yes` hands all of them to somebody else. */
export function addHandover(program: Command): void {
  withKey(withPerson(withPlace(program.command('handover')), 'supervisor'))
    .description('hand all cases of somebody who is away to somebody else; without --yes only shows which')
    .argument('<from>', 'who has the cases')
    .argument('<to>', 'who is to have them')
    .addOption(new Option('--note <text>', 'why, on each case'))
    .addOption(new Option('--yes', 'do it'))
    .action(async (from: string, to: string, _options, command: Command) => {
      const given = optionsOf(command);
      const { note, yes, key } = readOptions(given, options);
      const caller = readPerson(given, { role: 'supervisor', mines: [] });
      const place = readPlace(given);
      const mineIds = await casesOf(place, from);
      await using writing = yes ? await openWriting(place, { mayBeNew: false }) : undefined;
      const cases = (await writing?.handOver({ from, to, note, mineIds }, { caller, key })) ?? [];
      const refused = cases.flatMap(({ mineId, outcome, reasons }) =>
        outcome === 'refused' ? [{ mineId, detail: reasons.map(({ detail }) => detail).join(' ') }] : [],
      );
      const done = { from, to, handedOver: yes, cases: mineIds, refused };
      if (wantsJson(given)) printJson(done);
      else print(handOverInWords(done));
      if (refused.length > 0) process.exitCode = 1;
    });
}

async function casesOf(place: Parameters<typeof openReading>[0], from: string): Promise<string[]> {
  await using reading = await openReading(place);
  const mines = await reading.mines({});
  return mines.filter(({ assignee }) => assignee === from).map(({ mineId }) => mineId);
}
