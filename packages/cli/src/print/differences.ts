import { type Difference, transition } from '@rectify/engine';
import { stateInWords } from './states.ts';
import { fieldsInWords } from './values.ts';

/** One difference on one line: `XJ-0001, 5 ClosureOrdered: transition is …, decided again …`. */
export function differenceInWords({ mineId, revision, type, what, expected, found }: Difference): string {
  return `${mineId}, ${revision} ${type}: ${what}: stored ${inWords(found)}; expected ${inWords(expected)}`;
}

function inWords(value: Difference['found']): string {
  const led = transition.safeParse(value);
  if (led.success) return `${led.data.from ? stateInWords(led.data.from) : 'nothing'} → ${stateInWords(led.data.to)}`;
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(inWords).join(' ');
  if (typeof value === 'object' && value !== null) return fieldsInWords({ ...value }).join('; ');
  return String(value);
}
