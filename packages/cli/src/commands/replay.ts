import { createInterface } from 'node:readline';
import { milliseconds } from '@rectify/engine';
import { type Command, Option } from 'commander';
import { openReading } from '../access/open.ts';
import { instants, withInstants } from '../options/instants.ts';
import { readPlace, withPlace } from '../options/place.ts';
import { optionsOf, readOptions, wantsJson } from '../options/read-options.ts';
import { footer } from '../print/footer.ts';
import { type Step, stepInWords, stepsOf } from '../print/history.ts';
import { note, print } from '../print/output.ts';

const KEYS = 'Enter or n: next, p: previous, q: quit';

/** `rectify replay <mineId>`: the history as a story: each event, where the mine stood after it, and the time between. */
export function addReplay(program: Command): void {
  withInstants(withPlace(program.command('replay')))
    .description("a mine's history event by event: where the mine stood after each, and the time between")
    .argument('<mineId>', 'the mine')
    .addOption(new Option('--step', `wait after each event (${KEYS})`).conflicts('json'))
    .action(async (mineId: string, _options, command: Command) => {
      const given = optionsOf(command);
      const asked = readOptions(given, instants);
      await using reading = await openReading(readPlace(given));
      const steps = stepsOf(await reading.history(mineId, asked));
      if (wantsJson(given)) {
        printLines(steps);
        return;
      }
      if (given.step === true) await stepThrough(steps);
      else for (const [index, step] of steps.entries()) print(stepInWords(step, index + 1, steps.length));
      print(`\n${footer(await reading.demonstration(), asked)}`);
    });
}

/** One JSON object a line for each step. */
function printLines(steps: readonly Step[]): void {
  for (const [index, { event, state }] of steps.entries()) {
    const before = steps[index - 1]?.event;
    const millisecondsSince = before ? milliseconds(event.occurredAt) - milliseconds(before.occurredAt) : null;
    print(JSON.stringify({ event, state, millisecondsSince }));
  }
}

/** Prints one step at a time and waits for a line: `n` or nothing goes on, `p` goes back, `q` (or the end of input) ends it. */
async function stepThrough(steps: readonly Step[]): Promise<void> {
  let at = 0;
  const show = () => {
    const step = steps[at];
    if (step) print(stepInWords(step, at + 1, steps.length));
  };
  show();
  note(KEYS);
  for await (const line of createInterface({ input: process.stdin })) {
    const key = line.trim().toLowerCase();
    if (key === 'q') return;
    if (key !== '' && key !== 'n' && key !== 'p') {
      note(KEYS);
      continue;
    }
    at = key === 'p' ? Math.max(0, at - 1) : at + 1;
    if (at === steps.length) return;
    show();
  }
}
