import {
  type Deadline,
  dayOf,
  endingsOf,
  type FoldedMine,
  isOverdue,
  lastDayToAppeal,
  milliseconds,
  nextDeadline,
} from '@rectify/engine/rectification';
import { type MineFlag, mineFlag } from './mine-answer.ts';

/**
 * What deserves attention of a mine, with all that is due for it, at an instant: statechart.md, "Requirements, licences, letters, flags". A licence or requirement flag
 * lasts until a live replacement, a breach flag until compliance, withdrawal or a new cycle.
 */
export function flagsOf(folded: FoldedMine, deadlines: readonly Deadline[], at: string): MineFlag[] {
  const { mine } = folded;
  const { zone } = mine.procedure;
  const today = dayOf(at, zone);
  const next = nextDeadline(deadlines);
  const endings = endingsOf(mine, at);
  const raised: Record<MineFlag, boolean> = {
    overdue: next !== null && isOverdue(next, at),
    'order-not-served': deadlines.some((deadline) => deadline.rule === 'service' && isOverdue(deadline, at)),
    'licence-lost': lostLicence(folded, today),
    'requirement-lapsed': Object.values(mine.requirements).some(
      ({ status, validUntil }) => status === 'lapsed' || (validUntil !== null && validUntil < today),
    ),
    'letter-breached': letterIsBreached(folded),
    'direction-breached': directionIsBreached(folded),
    'appeal-late': appealIsLate(folded),
    'appeal-repeated': mine.appeals.some(({ status, repeated }) => status === 'pending' && repeated),
    'licence-ending': endings.some(({ what }) => what === 'licence'),
    'requirement-ending': endings.some(({ what }) => what === 'requirement'),
  };
  return mineFlag.options.filter((flag) => raised[flag]);
}

/** A letter of this cycle was breached, and no later one was signed since; demanding another is not yet compliance. */
function letterIsBreached({ mine: { letters, cycle } }: FoldedMine): boolean {
  const ofCycle = letters.filter((letter) => letter.cycle === cycle);
  const breached = ofCycle.findLastIndex(({ status }) => status === 'breached');
  return breached >= 0 && !ofCycle.slice(breached).some(({ status }) => status === 'signed' || status === 'accepted');
}

/** A kind of licence that was held is held no more, and no other of the kind replaces it. */
function lostLicence({ mine }: FoldedMine, today: string): boolean {
  const licences = Object.values(mine.licences);
  const isLive = (kind: string) =>
    licences.some(
      (licence) =>
        licence.kind === kind &&
        licence.status === 'granted' &&
        (licence.validUntil === null || licence.validUntil >= today),
    );
  return licences.some(({ kind, status }) => status !== 'applied' && status !== 'refused' && !isLive(kind));
}

/** The direction in force was breached since the current or last cycle began: a breach before it is no flag of this cycle. */
function directionIsBreached({ mine: { power, closure } }: FoldedMine): boolean {
  const breachedAt = power.direction?.breachedAt ?? null;
  if (breachedAt === null) return false;
  return closure === null || milliseconds(breachedAt) >= milliseconds(closure.since);
}

/** Late appeals are flagged, not blocked. */
function appealIsLate({ mine }: FoldedMine): boolean {
  const { closure, procedure } = mine;
  const pending = mine.appeals.find(
    ({ cycle, status, against }) => cycle === mine.cycle && status === 'pending' && against === 'order',
  );
  if (!pending || !closure) return false;
  const lastDay = lastDayToAppeal(closure, procedure);
  return lastDay !== null && dayOf(pending.lodgedAt, procedure.zone) > lastDay;
}
