import { useTranslation } from 'react-i18next';
import type { EventAnswer, MineDetail } from '../api/answers.ts';
import { useSpeech } from '../case/speech.ts';
import { useLanguage, useWords } from '../language/use-words.ts';
import { ActStanding } from '../outbox/act-standing.tsx';
import { useKeptActs } from '../outbox/kept-acts.ts';
import { dueWords } from './due-words.ts';
import { Act } from './own-acts.tsx';
import { receiptOf } from './receipt.ts';
import { AsFiled, State, StepActs } from './step-lines.tsx';
import type { Step } from './steps.ts';

type RequirementStep = Extract<Step, { readonly kind: 'requirement' }>;
type Requirement = RequirementStep['requirement'];

/** Where a requirement stands. What was sent is never said as if it were accepted. */
export function RequirementText({
  step,
  mine,
  events,
}: {
  readonly step: RequirementStep;
  readonly mine: MineDetail;
  readonly events: readonly EventAnswer[];
}) {
  const { t } = useTranslation();
  const speech = useSpeech(mine.asOf);
  const language = useLanguage();
  const { stated } = useWords();
  const { requirement, deadline, turn } = step;
  const { requirement: code, status, standard, issuedBy, example } = requirement;
  const kept = useKeptActs(mine.mineId).find(
    ({ state, preset }) => state !== 'received' && preset['/data/requirement'] === code,
  );
  const again = status === 'returned' || status === 'lapsed' || requirement.expired;
  return (
    <>
      {kept ? <ActStanding act={kept} /> : <Standing requirement={requirement} events={events} asOf={mine.asOf} />}
      {status === 'submitted' && deadline ? (
        <p>{t('owner.step.requirement.answer', { due: dueWords(deadline.dueOn, speech, 'theirs') })}</p>
      ) : null}
      {requirement.reason && (status === 'returned' || status === 'lapsed') ? (
        <AsFiled text={requirement.reason} />
      ) : null}
      {turn.party === 'owner' ? (
        <>
          <p className="quiet">{t('owner.step.requirement.wanted', { what: requirement.evidenceWanted[language] })}</p>
          {issuedBy ? (
            <p className="quiet">{t('owner.step.requirement.issuedBy', { who: issuedBy[language] })}</p>
          ) : null}
          {example ? <p className="quiet">{t('owner.step.requirement.example', { what: example[language] })}</p> : null}
          {standard ? (
            <p className="quiet">{t('owner.step.requirement.standard', { standard: stated(standard) })}</p>
          ) : null}
          {kept ? null : (
            <StepActs>
              <Act
                type="EvidenceSubmitted"
                preset={{ requirement: code }}
                label={t(`owner.do.verb.${again ? 'EvidenceSubmittedAgain' : 'EvidenceSubmitted'}`)}
              />
            </StepActs>
          )}
        </>
      ) : null}
    </>
  );
}

function Standing({
  requirement,
  events,
  asOf,
}: {
  readonly requirement: Requirement;
  readonly events: readonly EventAnswer[];
  readonly asOf: string;
}) {
  const { t } = useTranslation();
  const { near, time } = useSpeech(asOf);
  const { status, since, validUntil, ranOut, provider, reason } = requirement;
  const day = since === null ? '' : near(since);
  const until = validUntil === null ? '' : near(validUntil);
  if (ranOut) return <State mark="returned">{t('owner.step.requirement.expired', { until })}</State>;
  switch (status) {
    case 'missing':
      return (
        <State mark="open">
          {t(provider === 'owner' ? 'owner.step.requirement.missing' : 'owner.step.requirement.missingAuthority')}
        </State>
      );
    case 'submitted': {
      const sent = sendingOf(requirement, events);
      return (
        <State mark="sent">
          {[
            t('owner.step.requirement.submitted', { time: since === null ? '' : time(since) }),
            ...(sent ? [t('owner.step.requirement.receipt', { receipt: receiptOf(sent.eventId) })] : []),
          ].join(t('common.list.clauses'))}
        </State>
      );
    }
    case 'returned':
      return <State mark="returned">{t('owner.step.requirement.returned', { day })}</State>;
    case 'satisfied':
      return (
        <State mark="done">
          {validUntil === null
            ? t('owner.step.requirement.satisfied', { day })
            : t('owner.step.requirement.satisfiedUntil', { day, until })}
        </State>
      );
    case 'waived':
      return (
        <>
          <State mark="done">{t('owner.step.requirement.waived', { until })}</State>
          {reason ? <AsFiled text={reason} /> : null}
        </>
      );
    case 'lapsed':
      return (
        <State mark="returned">
          {t(reason ? 'owner.step.requirement.lapsed' : 'owner.step.requirement.lapsedPlain', { day })}
        </State>
      );
  }
}

/** The latest event by which something was sent for a requirement, if it is among those loaded. */
function sendingOf({ requirement }: Requirement, events: readonly EventAnswer[]): EventAnswer | undefined {
  return events
    .filter(({ type, data }) => type === 'EvidenceSubmitted' && data.requirement === requirement)
    .toSorted((a, b) => b.revision - a.revision)[0];
}
