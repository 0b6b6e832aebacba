import type { ChartValue, Reason } from '@rectify/engine/rectification';
import type { TFunction } from 'i18next';
import { sayIfKnown, say as sayIn } from './say.ts';
import { noTitles, type Titles } from './titles.ts';

/** What a reason needs to be said. */
export type ReasonToSay = Pick<Reason, 'code' | 'detail'> & {
  readonly [name in 'who' | 'office' | 'about']?: string | undefined;
};

/** The reasons that are about a finding. */
const aboutFindings: ReadonlySet<string> = new Set([
  'finding-open',
  'finding-not-open',
  'extension-request-pending',
  'evidence-missing',
  'evidence-twice',
]);

/** As much of a finding's description as a sentence bears, in characters. */
const MOST = 80;

function shortened(description: string): string {
  const characters = [...description.trim()];
  return characters.length > MOST
    ? `${characters
        .slice(0, MOST - 1)
        .join('')
        .trimEnd()}…`
    : characters.join('');
}

/**
 * How the domain's codes are said in a language: what is a procedure's by its own titles, the rest by the page's words. A code that has
 * neither is said by its fallback, never raw where one is given.
 */
export function wordsIn(t: TFunction, titles: Titles = noTitles) {
  const say = (key: string, fallback: string, values?: Record<string, string>) => sayIn(t, key, fallback, values);

  /** A place by its ISO 3166-2 code. */
  const place = (code: string) => say(`domain.place.${code}`, code);
  /** An office by its code; an office written out is shown as written. */
  const office = (code: string) => titles.office(code) ?? say(`domain.office.${code.replaceAll(' ', '-')}`, code);
  const role = (code: string) => say(`domain.role.${code}`, code);
  /** A check or requirement by its code. */
  const subject = (code: string) =>
    titles.subject(code) ?? say(`domain.requirement.${code}`, say(`domain.check.${code}`, code));
  /** A state of any region of the chart, dotted as it is stored. */
  const state = (region: 'operation' | 'appeal' | 'power', value: string) => say(`domain.${region}.${value}`, value);
  /** What an event type is called on a button. */
  const verb = (type: string) => say(`events.verb.${type}`, type);
  /** What an event type is called in a history. */
  const fact = (type: string) => say(`events.fact.${type}`, type);
  /** The label of a field, in the event it is asked for. */
  const field = (name: string, event?: string) =>
    say(`fields.fieldIn.${event}.${name}`, say(`fields.field.${name}`, name));
  /** The label of a choice in a field. */
  const option = (name: string, value: string) =>
    titles.choice(name, value) ?? say(`fields.option.${name}.${value}`, value);
  /** What falls due, by its rule. */
  const deadline = (rule: string) => say(`domain.deadline.${rule}`, rule);
  /** Text as filed, except what stands for "nothing stated" and what the source of all cases says itself. */
  const stated = (text: string) => {
    switch (text) {
      case 'not stated':
        return t('domain.notStated');
      case 'state-of-the-art':
        return t('domain.stateOfTheArt');
      case 'local authorities':
        return office(text);
      default:
        return text;
    }
  };

  const about = (code: string, value: string, region: keyof ChartValue | undefined): string => {
    if (aboutFindings.has(code)) {
      const description = titles.finding(value);
      return description === undefined ? value : t('reasons.finding', { description: shortened(description) });
    }
    if (code !== 'no-such-step') return subject(value);
    const regions = region === undefined ? (['operation', 'appeal', 'power'] as const) : [region];
    return regions.map((one) => sayIfKnown(t, `domain.${one}.${value}`)).find((text) => text !== undefined) ?? value;
  };
  /** Why something is not possible, as a sentence. The region that decides on it tells apart states of one name, such as no appeal and no direction. */
  const reason = ({ code, detail, about: what }: ReasonToSay, region?: keyof ChartValue) =>
    say(`reasons.reason.${code}`, detail, what === undefined ? {} : { about: about(code, what, region) });
  /** Who can change it. */
  const turn = ({ who, office: where }: ReasonToSay) => {
    if (!who || who === 'nobody') return t('reasons.turn.nobody');
    return where
      ? t('reasons.turn.withOffice', { who: role(who), office: office(where) })
      : t('reasons.turn.someone', { who: role(who) });
  };
  /** Names one after the other: `a, b and c` · `a、b和c`. */
  const list = (items: readonly string[]) => {
    const last = items.at(-1);
    if (items.length < 2 || last === undefined) return last ?? '';
    return `${items.slice(0, -1).join(t('domain.list.join'))}${t('domain.list.last')}${last}`;
  };
  return { place, office, role, subject, state, verb, fact, field, option, deadline, stated, reason, turn, list };
}

/** The words of the domain in one language. */
export type Words = ReturnType<typeof wordsIn>;
