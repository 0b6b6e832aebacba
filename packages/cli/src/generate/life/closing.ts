import type { EventData } from '@rectify/engine';
import { written, writtenDay } from '../beijing.ts';
import {
  act,
  type Course,
  type Done,
  document,
  isShutIn,
  type Part,
  type Process,
  perhapsLate,
  takes,
} from '../course.ts';
import type { Cause } from '../seasons.ts';

const codes = ['POWER_OUTAGE', 'TAX_DEFAULT', 'UNREGISTERED_PERSONS', 'OTHER'] as const;

/** The mine is ordered to close, under four eyes. Orders of campaigns are often known to the day only. */
export function* closing(course: Course, { grounds, campaignId }: Cause): Part<Done> {
  const { chance } = course;
  const data: EventData<'ClosureOrdered'> = {
    grounds,
    ...(chance.happens(0.5) && { groundsCode: chance.oneOf(codes) }),
    authority: campaignId === undefined ? 'Generated energy office' : 'Generated authority',
    legalBasis: 'Generated rule on the use of power',
    number: `GEN-${course.mineId}-${course.fresh('C')}`,
    appealRights: 'Within 30 days at the review office',
    ...(campaignId !== undefined && { campaignId }),
  };
  const toTheDay = campaignId !== undefined && chance.happens(0.5);
  const told = toTheDay ? { occurredAt: writtenDay(course.now()), occurredAtPrecision: 'day' as const } : {};
  const who = course.at(chance.happens(0.8) ? 'inspector' : 'supervisor');
  return yield* act(course, who, 'ClosureOrdered', data, told);
}

/** The order is served on the owner; some are never. */
export function* service(course: Course, cycle: number): Process {
  if (course.mine().mine.closure?.cause !== 'order' || course.chance.happens(0.06)) return;
  yield* takes(course, 'service');
  if (!isShutIn(course, cycle)) return;
  const servedAt = written(course.now());
  const told = yield* perhapsLate(course);
  if (!isShutIn(course, cycle)) return;
  yield* act(
    course,
    course.at('inspector'),
    'OrderServed',
    {
      servedAt,
      method: course.chance.oneOf(['Handed over', 'By post', 'Posted at the gate']),
      ...(course.chance.happens(0.3) && { document: document(course, 'Record of service.pdf') }),
      ...(course.chance.happens(0.05) && { refusedToSign: true }),
    },
    told,
  );
}
