import type { EventAnswer, MineDetail } from '@rectify/projections/answers';
import { amountText, figureText } from './quantity.ts';
import { say } from './say.ts';
import type { Speech } from './speech.ts';

type Data = EventAnswer['data'];

/** An event in plain words: a sentence, what it is about where the sentence cannot say it, and what somebody wrote, as filed. */
export interface Told {
  readonly sentence: string;
  readonly about: string | null;
  readonly filed: string | null;
}

/** Tells an event as it counts now. `mine` says what its codes and ids stand for. */
export function told(
  event: Pick<EventAnswer, 'type'> & { readonly data: Data },
  mine: MineDetail,
  speech: Speech,
): Told {
  const { type, data } = event;
  const { t, words } = speech;
  return {
    sentence: say(t, `told.${type}${variantOf(type, data)}`, words.fact(type), valuesOf(type, data, mine, speech)),
    about: aboutOf(data, mine),
    filed: filedIn(data),
  };
}

/** Which of several sentences of a type fits its data. */
function variantOf(type: EventAnswer['type'], data: Data): string {
  switch (type) {
    case 'ClosureOrdered':
      return data.authority === 'not stated' ? 'NotStated' : '';
    case 'OrderServed':
      return data.refusedToSign === true ? 'Refused' : '';
    case 'RequirementSatisfied':
      return textOf(data.validUntil) === '' ? '' : 'Until';
    case 'RequirementLapsed':
      return textOf(data.reason) === '' ? 'RunOut' : '';
    case 'PowerDirectionIssued':
      return amountOf(data.cap) === '' ? '' : 'Cap';
    default:
      return '';
  }
}

function valuesOf(type: EventAnswer['type'], data: Data, mine: MineDetail, speech: Speech): Record<string, string> {
  const { t, words, day } = speech;
  const subject = textOf(data.requirement) || textOf(data.check);
  const dayOf = textOf(data.dueOn) || textOf(data.validUntil) || textOf(data.expiresOn) || textOf(data.scheduledFor);
  return {
    subject: subject === '' ? '' : words.subject(subject),
    day: dayOf === '' ? '' : day(dayOf),
    outcome:
      type === 'CheckRecorded' ? say(t, `domain.checkOutcome.${textOf(data.outcome)}`, textOf(data.outcome)) : '',
    document: nameOf(data.document),
    capacity: amountOf(data.capacity),
    cap: amountOf(data.cap),
    amount: type === 'LostCapacityReported' ? lostText(data, speech) : amountOf(data.to),
    authority: words.stated(textOf(data.authority)),
    operator: nameOf(data.operator),
    procedure: textOf(data.procedure),
    kind: textOf(data.kind) || licenceKind(data, mine),
    number: textOf(data.number),
    choices: choicesOf(data, speech),
    destination: textOf(data.destination),
    site: textOf(data.site),
    place: words.place(textOf(data.region)),
    decision: textOf(data.decision) === '' ? '' : words.option('decision', textOf(data.decision)),
    deadline: textOf(data.rule) === '' ? '' : words.deadline(textOf(data.rule)),
  };
}

/** The fault that an event names by its id alone. */
function aboutOf({ findingId, description }: Data, { detail }: MineDetail): string | null {
  if (typeof description === 'string') return null;
  return detail.findings.find((finding) => finding.findingId === findingId)?.description ?? null;
}

/** What a person wrote in an event. */
function filedIn(data: Data): string | null {
  const fields = ['grounds', 'description', 'text', 'reason', 'summary', 'note'] as const;
  return fields.map((field) => textOf(data[field])).find((text) => text !== '') ?? null;
}

/** Reported lost capacity as its owner put it: about or exact, with its unit and what it covers. */
export function lostText(report: Pick<Data, string>, { t }: Pick<Speech, 't'>): string {
  const { amountPerDay, approximate, unit, scope } = report;
  const figure = typeof amountPerDay === 'number' ? figureText(amountPerDay) : '';
  const about = approximate === true ? t('domain.approximate', { amount: figure }) : figure;
  const amount =
    unit === 'unspecified' ? t('domain.lost.unitUnspecified', { amount: about }) : `${about} ${textOf(unit)}`;
  return t(scope === 'campaign' ? 'domain.lost.campaign' : 'domain.lost.mine', { amount });
}

function choicesOf({ alternatives }: Data, { t }: Speech): string {
  if (!Array.isArray(alternatives)) return '';
  return alternatives
    .map((one) => say(t, `domain.alternative.${textOf(one)}`, textOf(one)))
    .join(t('domain.alternative.or'));
}

function licenceKind({ licenceId }: Data, { detail }: MineDetail): string {
  return detail.licences.find((licence) => licence.licenceId === licenceId)?.kind ?? '';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function nameOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'name' in value ? textOf(value.name) : '';
}

function amountOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('amount' in value) || !('unit' in value)) return '';
  return typeof value.amount === 'number' ? amountText({ amount: value.amount, unit: textOf(value.unit) }) : '';
}
