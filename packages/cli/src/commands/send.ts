import { defaultProcedure, isEventType, type Role, sendersOf } from '@rectify/engine';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { openReading, openWriting } from '../access/open.ts';
import { readPerson, withPerson } from '../options/person.ts';
import { optionsOf, readOptions, wantsJson } from '../options/read-options.ts';
import { readWriting, withWriting } from '../options/writing.ts';
import { previewInWords } from '../print/event-preview.ts';
import { print, printJson } from '../print/output.ts';
import { writtenInWords } from '../print/written.ts';

const sendOptions = z.object({
  ifMatch: z
    .string()
    .regex(/^\d{1,15}$/, 'the revision you last saw, a whole number')
    .transform(Number)
    .optional(),
  preview: z.boolean().default(false),
});

/** `rectify send <mineId> <type>`: sends an event; the statechart decides. */
export function addSend(program: Command): void {
  withPerson(withWriting(program.command('send')), 'the first role that may send such an event')
    .description('send an event to a mine; it is stored as a fact, or refused with the reasons')
    .argument('<mineId>', 'the mine')
    .argument('<type>', 'the event type, such as ClosureOrdered; `rectify next` lists what is possible')
    .addOption(new Option('--if-match <revision>', 'refuse unless the mine is still at this revision'))
    .addOption(
      new Option(
        '--preview',
        'store nothing; show what would change, and of a correction what would no longer be possible',
      ),
    )
    .addHelpText('after', EXAMPLES)
    .action(async (mineId: string, type: string, _options, command: Command) => {
      const given = optionsOf(command);
      const { ifMatch, preview } = readOptions(given, sendOptions);
      const { place, data = {}, key, occurredAt, occurredAtPrecision } = await readWriting(command);
      const caller = readPerson(given, { role: usualSender(type), mines: [mineId] });
      const event = { type, data, occurredAt, occurredAtPrecision };
      if (preview) {
        await using reading = await openReading(place);
        const answer = await reading.preview(mineId, event, caller);
        if (wantsJson(given)) printJson(answer);
        else print(previewInWords(mineId, event, answer, place));
        return;
      }
      await using writing = await openWriting(place, { mayBeNew: false });
      const written = await writing.send(mineId, event, { caller, key, ifMatch });
      if (wantsJson(given)) printJson(written.answer);
      else print(writtenInWords(written, place));
    });
}

const EXAMPLES = `
Examples:
  $ rectify send XJ-9001 ClosureOrdered --data '{"grounds":"…","authority":"…","legalBasis":"not stated"}'
  $ rectify send XJ-9001 NoteAdded --role licensing --data @note.json
  $ rectify send XJ-9001 FactCorrected --preview --data '{"corrections":[{"eventId":"…","void":true}],"reason":"…"}'
  $ echo '{}' | rectify send XJ-9001 RequirementsCertified --data -`;

/** The role that sends such an event where `--role` does not say: answers of four eyes are a supervisor's. */
function usualSender(type: string): Role {
  if (type === 'ApprovalGranted' || type === 'ApprovalDeclined') return 'supervisor';
  return (isEventType(type) ? sendersOf(type, defaultProcedure)[0] : undefined) ?? 'inspector';
}
