import type { MineDetail } from '../api/answers.ts';
import type { Speech } from './speech.ts';

/** One thing that a shut mine lacks for reopening, and who has to see to it. */
export interface Missing {
  readonly what: string;
  readonly who: string;
}

type Requirement = MineDetail['detail']['requirements'][number];

/** Everything that a shut mine still lacks before reopening can be authorised, in the order of the way there. */
export function missingForReopening(mine: MineDetail, speech: Speech): Missing[] {
  if (!mine.shut) return [];
  const { t, words } = speech;
  const { checks, requirements } = mine.detail;
  const inspectedBy = checks.find(({ outcome }) => outcome === null || outcome === 'fail') ?? checks[0];
  const licensing = requirements[0]?.office;
  return [
    ...(mine.status === 'closed'
      ? [{ what: t('case.missing.inspection'), who: office(speech, inspectedBy?.office) ?? words.role('inspector') }]
      : []),
    ...requirements.filter(isUnmet).map((requirement) => unmet(requirement, speech)),
    ...(mine.status === 'licensed'
      ? []
      : [{ what: t('case.missing.certification'), who: office(speech, licensing) ?? words.role('licensing') }]),
    ...letterMissing(mine, speech),
    ...powerMissing(mine, speech),
  ];
}

/** Says what is missing, each with who has to act: `licences (owner), guarantee letter (owner)`. */
export function sayMissing(missing: readonly Missing[], { t }: Speech): string {
  return missing.map((item) => t('case.missing.item', { ...item })).join(t('domain.list.join'));
}

/** The same, by who has to act: `owner: licences, guarantee letter; licensing office: certification of the requirements`. */
export function sayMissingByWho(missing: readonly Missing[], { t }: Speech): string {
  return [...new Set(missing.map(({ who }) => who))]
    .map((who) => {
      const what = missing.filter((item) => item.who === who).map((item) => item.what);
      return t('case.missing.from', { who, what: what.join(t('domain.list.join')) });
    })
    .join(t('case.missing.fromJoin'));
}

/** Whether a requirement still stands between a mine and reopening. */
function isUnmet({ status, expired }: Requirement): boolean {
  return expired || (status !== 'satisfied' && status !== 'waived');
}

function unmet({ requirement, status, expired, office: of }: Requirement, speech: Speech): Missing {
  const { words, inSentence } = speech;
  const ownersTurn = !expired && status !== 'submitted';
  return {
    what: inSentence(words.subject(requirement)),
    who: ownersTurn ? words.role('owner') : (office(speech, of) ?? words.role('licensing')),
  };
}

function letterMissing({ detail }: MineDetail, { t, words }: Speech): Missing[] {
  const letter = detail.letters.find(({ counts }) => counts);
  if (!letter || letter.status === 'signed' || letter.status === 'accepted') return [];
  const broken = letter.status === 'breached' || letter.status === 'declined';
  return [{ what: t('case.missing.letter'), who: words.role(broken ? 'supervisor' : 'owner') }];
}

function powerMissing({ detail: { power } }: MineDetail, { t, words }: Speech): Missing[] {
  if (power.relocation) return [{ what: t('case.missing.relocation'), who: words.role('owner') }];
  if (!power.direction) return [];
  if (!power.direction.curtailedTo) return [{ what: t('case.missing.direction'), who: words.role('owner') }];
  return power.direction.verifiedAt ? [] : [{ what: t('case.missing.verification'), who: words.role('inspector') }];
}

function office({ words }: Speech, code: string | undefined): string | undefined {
  return code === undefined ? undefined : words.office(code);
}
