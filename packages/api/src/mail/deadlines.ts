import { type Asking, mineQuery, type Reads } from '@rectify/projections';
import type { DeadlineAnswer } from '@rectify/projections/answers';
import { dayOfInstant, daysFrom, deadlineSentence, type Speech } from '@rectify/words';
import type { AppNeeds } from '../app-needs.ts';
import type { Recipient } from '../notifications/people.ts';
import { type AboutMine, isOwner, speechAbout } from './about-mine.ts';
import type { Texts } from './language/speaking.ts';

/** Something is due soon so many days before its day, and on it. */
const SOON = 3;

/** So many mines are looked at, those first whose next deadline is earliest. */
const MOST_MINES = '200';

/** A deadline that has a day. */
type Dated = DeadlineAnswer & { readonly dueOn: string };

/** What telling of deadlines needs. */
export interface DeadlineNeeds extends Pick<AppNeeds, 'engine'> {
  readonly reads: Pick<Reads, 'listMines' | 'mine'>;
  readonly texts: Texts;
}

/** What is due soon or late in somebody's mines; nothing while all of it was so when they were told last, on the day `since` (null: never). */
export async function deadlinesFor(
  recipient: Recipient,
  since: string | null,
  asking: Asking,
  { engine, reads, texts }: DeadlineNeeds,
): Promise<AboutMine[]> {
  const { now } = asking;
  const today = dayOfInstant(now);
  const procedures = await engine.procedures();
  const about: AboutMine[] = [];
  let isAnyNew = false;
  for (const mineId of await minesToLookAt(recipient, asking, reads)) {
    const mine = await reads.mine(mineId, {}, asking);
    const deadlines = mine?.detail.deadlines.filter((one): one is Dated => isToBeTold(one, today)) ?? [];
    if (!mine || deadlines.length === 0) continue;
    isAnyNew ||= deadlines.some((deadline) => isNew(deadline, since));
    const speech = speechAbout(mine, recipient, { texts, procedures, now });
    about.push({ mineId, name: mine.name, lines: deadlines.map((one) => sentenceOf(one, recipient, speech)) });
  }
  return isAnyNew ? about : [];
}

/** Mines of somebody whose next deadline passed or is soon, in the order of these. */
async function minesToLookAt(recipient: Recipient, asking: Asking, reads: DeadlineNeeds['reads']): Promise<string[]> {
  const theirs = isOwner(recipient) ? {} : { assignee: [recipient.reader.id] };
  const query = { ...mineQuery.parse({ sort: 'nextDeadline', limit: MOST_MINES }), ...theirs };
  const { items } = await reads.listMines(query, asking);
  return items
    .filter(
      ({ nextDeadline }) => nextDeadline !== null && daysFrom(dayOfInstant(asking.now), nextDeadline.dueOn) <= SOON,
    )
    .map(({ mineId }) => mineId);
}

/** Late, or soon. The right to appeal only while it lasts: nobody is late with it. */
function isToBeTold({ rule, dueOn, overdue }: DeadlineAnswer, today: string): boolean {
  return dueOn !== null && daysFrom(today, dueOn) <= SOON && !(rule === 'appeal' && overdue);
}

/** Whether a deadline that is late or soon was neither when somebody was told last. */
function isNew({ dueOn, overdue, started }: Dated, since: string | null): boolean {
  if (since === null || dayOfInstant(started.at) >= since) return true;
  return overdue ? dueOn >= since : daysFrom(since, dueOn) > SOON;
}

function sentenceOf(deadline: Dated, recipient: Recipient, speech: Speech): string {
  return deadline.rule === 'appeal' && isOwner(recipient)
    ? speech.t('mail.deadlines.appeal', { day: speech.near(deadline.dueOn) })
    : deadlineSentence(deadline, speech);
}
