import type { EventAnswer } from '../../api/answers.ts';
import type { StandingEvent } from '../course.ts';
import { type Detail, linesOf, objectText, valueText } from '../said-of-data.ts';
import type { Speech } from '../speech.ts';

type JsonObject = EventAnswer['data'];

/** What a line of the history says of an event. */
export interface SaidOfEvent {
  /** What happened, with the one thing it is about: `Check recorded: Tax, passed`. */
  readonly title: string;
  /** Why, in the sender's own words; null where the event gives none. */
  readonly why: string | null;
  /** Everything else that was filed with it. */
  readonly details: readonly Detail[];
}

/** What an event refers to by an id, said in words; null where it is not known here. */
export type Referred = (field: string, id: string) => string | null;

/** The fields that say why, in the order in which one of them is taken. */
const whyFields = ['reason', 'grounds', 'text', 'description', 'note', 'summary'];
/** Ids that mean nothing to a reader; what they stand for is said instead. */
const silentFields = [
  'mineId',
  'approvalId',
  'inspectionId',
  'letterId',
  'directionId',
  'appealId',
  'licenceId',
  'eventId',
  'corrections',
  'revision',
];

/** Says an event as it stands. */
export function saidOfEvent(
  { event: { type }, data }: Pick<StandingEvent, 'data'> & { readonly event: Pick<EventAnswer, 'type'> },
  speech: Speech,
  referred: Referred,
): SaidOfEvent {
  const { t, words } = speech;
  const about = aboutOf(data, speech, referred);
  const why = whyFields.find((field) => typeof data[field] === 'string');
  return {
    title: about.text === null ? words.fact(type) : t('history.about', { fact: words.fact(type), about: about.text }),
    why: why === undefined ? null : words.stated(String(data[why])),
    details: linesOf(data, speech, type, [...silentFields, ...about.fields, ...(why === undefined ? [] : [why])]),
  };
}

/** The one thing an event is about, and the fields that say it. */
function aboutOf(
  data: JsonObject,
  speech: Speech,
  referred: Referred,
): { readonly text: string | null; readonly fields: readonly string[] } {
  const { t, words } = speech;
  const { check, outcome, requirement, findingId, scheduledFor, kind, decision, rule, event, to } = data;
  if (typeof check === 'string' && typeof outcome === 'string') {
    const said = { check: words.subject(check), outcome: words.option('outcome', outcome) };
    return { text: t('history.checked', said), fields: ['check', 'outcome'] };
  }
  if (typeof requirement === 'string') return { text: words.subject(requirement), fields: ['requirement'] };
  // What was found is said beneath, in the words of who found it.
  if (typeof findingId === 'string' && typeof data.description === 'string')
    return { text: null, fields: ['findingId'] };
  if (typeof findingId === 'string')
    return { text: referred('findingId', findingId) ?? findingId, fields: ['findingId'] };
  if (typeof scheduledFor === 'string')
    return { text: valueText('scheduledFor', scheduledFor, speech), fields: ['scheduledFor'] };
  if (typeof decision === 'string') return { text: words.option('decision', decision), fields: ['decision'] };
  if (typeof rule === 'string') return { text: words.deadline(rule), fields: ['rule'] };
  if (typeof event === 'object' && event !== null && !Array.isArray(event))
    return { text: objectText(event, speech), fields: ['event'] };
  if (typeof kind === 'string') return { text: kind, fields: ['kind'] };
  if (typeof to === 'object' && to !== null && !Array.isArray(to))
    return { text: objectText(to, speech), fields: ['to'] };
  const named = ['approvalId', 'licenceId'].flatMap((field) => {
    const id = data[field];
    return typeof id === 'string' ? [referred(field, id)] : [];
  })[0];
  return { text: named ?? null, fields: [] };
}
