import { cycleRules } from '@rectify/engine/in-words';
import { list, parts } from '../markdown.ts';
import { cyclesHeading } from './foundations.ts';

/** The section on closure cycles. */
export function cycles(): string {
  return parts(cyclesHeading, list(cycleRules, { numbered: true }));
}
