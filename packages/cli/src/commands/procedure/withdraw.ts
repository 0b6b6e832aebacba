import { type Command, Option } from 'commander';
import { z } from 'zod';
import { openWriting } from '../../access/open.ts';
import { UsageError } from '../../failures.ts';
import { idempotencyKey, withKey } from '../../options/key.ts';
import { readActor, withActor } from '../../options/person.ts';
import { readPlace, withPlace } from '../../options/place.ts';
import { isName } from '../../options/procedure-document.ts';
import { optionsOf, readOptions, wantsJson } from '../../options/read-options.ts';
import { print, printJson } from '../../print/output.ts';
import { withdrawnInWords } from '../../print/procedures.ts';

const withdrawOptions = z.object({
  reason: z.string('the reason has to be given').min(1, 'some text'),
  key: idempotencyKey,
});

/** `rectify procedure withdraw NAME`: no further cycle begins under a version. */
export function addWithdraw(group: Command): void {
  withActor(withKey(withPlace(group.command('withdraw'))), 'admin')
    .description('withdraw a version: no further cycle begins under it, and those under it go on')
    .argument('<name>', 'the version, such as strict@1')
    .addOption(new Option('--reason <text>', 'why (must be given)'))
    .action(async (name: string, _options, command: Command) => {
      const given = optionsOf(command);
      const { reason, key } = readOptions(given, withdrawOptions);
      const caller = readActor(given, 'admin');
      if (!isName(name)) throw new UsageError(`${name} is no version of a procedure; write it like strict@1.`);
      await using writing = await openWriting(readPlace(given), { mayBeNew: false });
      const answer = await writing.withdraw(name, reason, { caller, key });
      if (wantsJson(given)) printJson(answer);
      else print(withdrawnInWords(answer));
    });
}
