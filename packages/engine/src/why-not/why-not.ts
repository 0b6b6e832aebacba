import type { Present } from '../known-procedures.ts';
import { inOpenCycle } from '../rectification/case/open-cycle.ts';
import type { Standing } from '../rectification/decide.ts';
import type { EventType } from '../rectification/events/events.ts';
import type { AnyMove } from './move.ts';
import { outlook } from './outlook.ts';
import { type Searched, search } from './search.ts';
import { standingKey } from './standing-key.ts';
import type { Way } from './way.ts';

/** Asks for the way from where a mine stands to an event. */
export interface Question {
  readonly goal: EventType;
  readonly standing: Standing;
  /** The instant at which every step is judged, and the procedures that a closure can begin under then. */
  readonly present: Present;
  /** The most standings to look at before giving up. */
  readonly limit?: number;
}

/** Ways found over whole courses look at some fifty standings: see bench/why-not.ts. */
const MOST_STANDINGS = 2_000;

/**
 * The shortest sequence of events by which people can bring an event about, itself last, judged by the statechart. A shut mine stays in
 * its closure: a way that ends it or moves the site, so that the work begins anew, is answered only where no other leads there.
 * Pure: reads no clock, and tells of nobody in particular.
 */
export function wayTo({ limit = MOST_STANDINGS, ...question }: Question): Way {
  const within = inOpenCycle(question.standing.mine) ? searchWay(question, leavesTheClosure, limit) : undefined;
  if (within && within.found !== 'none') return told(within, within.looked);
  const looked = within?.looked ?? 0;
  const anyhow = searchWay(question, new Set(), limit - looked);
  return told(anyhow, looked + anyhow.looked);
}

/** What ends a closure, begins one or moves the site: see case/boundary.ts. */
const leavesTheClosure: ReadonlySet<EventType> = new Set<EventType>([
  'ClosureOrdered',
  'ClosureWithdrawn',
  'ReopeningAuthorised',
  'RelocationCompleted',
  'MineDecommissioned',
]);

function told(searched: Searched<AnyMove>, looked: number): Way {
  switch (searched.found) {
    case 'way':
      return { pathSearch: 'found', path: searched.moves.map(({ step }) => step), looked };
    case 'none':
      return { pathSearch: 'none', path: null, looked };
    case 'gave-up':
      return { pathSearch: 'gave-up', looked };
  }
}

function searchWay({ goal, standing, present }: Question, barred: ReadonlySet<EventType>, limit: number) {
  return search<Standing, AnyMove>({
    start: standing,
    key: (state) => standingKey(state, present.now),
    look: (state) => outlook({ ...state, present }, goal, barred),
    limit,
  });
}
