import type { EventData } from '@rectify/engine';
import { written } from '../beijing.ts';
import { act, type Course, isShutIn, type Process, takes } from '../course.ts';
import { DAY } from '../durations.ts';

type Corrections = EventData<'FactCorrected'>['corrections'];

/** A mistake in the file is noticed and corrected, under four eyes: the date or the grounds of the order, or a fact that was never true. */
export function* correction(course: Course, cycle: number): Process {
  yield* takes(course, 'mistake');
  const { closure } = course.mine().mine;
  if (!isShutIn(course, cycle) || closure?.cause !== 'order') return;
  const { eventId } = closure;
  const drawn = course.chance.fraction();
  if (drawn < 0.2) {
    const who = course.at('inspector');
    const noted = course.send(who, 'NoteAdded', { text: 'Belongs to another mine.', visibility: 'internal' });
    if (noted.kind !== 'accepted') return;
    yield* takes(course, 'mistake');
    const corrections: Corrections = noted.facts.map((fact) => ({ eventId: fact.eventId, void: true as const }));
    yield* act(course, who, 'FactCorrected', { corrections, reason: 'It belongs to another mine.' });
    return;
  }
  const earlier = written(Date.parse(closure.since) - course.chance.whole(1, 3) * DAY);
  const patch = drawn < 0.6 ? { occurredAt: earlier } : { grounds: 'Load above the figure registered' };
  const reason = drawn < 0.6 ? 'The date of its entry was taken for its own.' : 'Wrong grounds were ticked.';
  yield* act(course, course.at('inspector'), 'FactCorrected', { corrections: [{ eventId, patch }], reason });
}
