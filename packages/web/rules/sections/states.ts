import { regionsInWords, statesInWords } from '@rectify/engine/in-words';
import { chartValue } from '@rectify/engine/rectification';
import type { Words } from '@rectify/words';
import { type Region, stateSets } from '../chart/steps.ts';
import { capital, code, parts, table } from '../markdown.ts';

/** The section on the states of the three regions. */
export function states(words: Words): string {
  return parts(
    '## States',
    'A mine stands in one state of each of three regions at the same time.',
    '![The statechart of a mine](statechart.svg)',
    ...chartValue.keyof().options.map((region) => region_(region, words)),
    table(
      ['Said of several states', 'Means'],
      stateSets.map(({ name, states: those }) => [name, those.map(code).join(', ')]),
    ),
  );
}

function region_(region: Region, words: Words): string {
  const meanings: Readonly<Record<string, string>> = statesInWords[region];
  return parts(
    `### ${capital(region)}`,
    regionsInWords[region],
    table(
      ['State', 'In words', 'What it means'],
      chartValue.shape[region].options.map((state) => [code(state), words.state(region, state), meanings[state] ?? '']),
    ),
  );
}
