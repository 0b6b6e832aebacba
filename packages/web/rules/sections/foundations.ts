import { type Foundation, foundingReport, rulesEverywhere } from '@rectify/engine/in-words';
import { code, linkTo, list, parts, table } from '../markdown.ts';

const REPORT = 'The founding report';
const EVERYWHERE = 'Rules that hold everywhere';
const CYCLES = 'Closure cycles';

/** What a rule goes back to, as links. */
export function cited(foundations: readonly Foundation[]): string {
  return foundations
    .map((foundation) => {
      if (foundation === 'report') return linkTo(REPORT, 'founding report');
      return linkTo(foundation === 'cycles' ? CYCLES : EVERYWHERE, foundation);
    })
    .join(', ');
}

/** The founding report as a link, where a check or requirement goes back to it; else nothing. */
export function citedForCode(name: string): string {
  return foundingReport.facts.some(([, became]) => became.includes(code(name))) ? cited(['report']) : '';
}

/** The sections on where the rules come from and what holds of all of them. */
export function foundations(): string {
  return parts(
    `## ${REPORT}`,
    `${foundingReport.reference}. What it says, and what it became here:`,
    table(['What the report says', 'Where it is in the rules'], foundingReport.facts),
    'What the report does not state is “not stated” here. Three of its paragraphs, on ethnicity and religion, are left out on purpose.',
    `## ${EVERYWHERE}`,
    'They are cited as “rule 1” to “rule 8”.',
    list(rulesEverywhere, { numbered: true }),
    '**Privacy.** Outcomes and references are kept, never the people checked: no identity numbers, no lists of producers or customers. Real-name checks take no file. Text that holds an 18-digit identity number is refused.',
  );
}

/** The heading of the section on closure cycles. */
export const cyclesHeading = `## ${CYCLES}`;
