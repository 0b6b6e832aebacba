import { amountText } from '@rectify/words';
import { useTranslation } from 'react-i18next';
import type { EventAnswer, MineDetail } from '../api/answers.ts';
import { useSpeech } from '../case/speech.ts';
import { Due } from './due.tsx';
import { dueWords } from './due-words.ts';
import { InspectionText } from './inspection-text.tsx';
import { Act } from './own-acts.tsx';
import { RequirementText } from './requirement-text.tsx';
import { AsFiled, State, StepActs } from './step-lines.tsx';
import type { Step } from './steps.ts';

type StepOf<K extends Step['kind']> = Extract<Step, { readonly kind: K }>;

/** Where a step stands, by when it is due, and what the owner can do about it here. */
export function StepText({
  step,
  mine,
  events,
}: {
  readonly step: Step;
  readonly mine: MineDetail;
  readonly events: readonly EventAnswer[];
}) {
  switch (step.kind) {
    case 'inspection':
      return <InspectionText step={step} mine={mine} />;
    case 'requirement':
      return <RequirementText step={step} mine={mine} events={events} />;
    case 'finding':
      return <FindingText step={step} mine={mine} />;
    case 'letter':
      return <LetterText step={step} mine={mine} />;
    case 'direction':
      return <DirectionText step={step} mine={mine} />;
    default:
      return <PlainText step={step} mine={mine} />;
  }
}

function FindingText({ step, mine }: { readonly step: StepOf<'finding'>; readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const speech = useSpeech(mine.asOf);
  const { finding, request, answer, deadline } = step;
  const declared = finding.evidence !== null && step.turn.party !== 'owner';
  return (
    <>
      <State mark={declared ? 'sent' : 'open'}>
        {declared ? (
          t('owner.step.finding.declared')
        ) : (
          <Due on={finding.dueOn} whose={deadline ? 'yours' : 'theirs'} speech={speech} />
        )}
        {finding.originalDueOn === finding.dueOn
          ? null
          : ` (${t('owner.due.extended', { day: speech.near(finding.originalDueOn) })})`}
      </State>
      {request ? (
        <State mark="sent">
          {t('owner.step.finding.asked', {
            day: speech.near(request.requestedAt),
            until: speech.near(request.dueOn ?? ''),
          })}
          {answer ? ` ${t('owner.step.finding.askedAnswer', { due: dueWords(answer.dueOn, speech, 'theirs') })}` : null}
        </State>
      ) : null}
      <StepActs>
        <Act type="ExtensionRequested" preset={{ findingId: finding.findingId }} />
      </StepActs>
    </>
  );
}

function LetterText({ step, mine }: { readonly step: StepOf<'letter'>; readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const speech = useSpeech(mine.asOf);
  const { letter } = step;
  const said = { day: speech.near(letter.since) };
  return (
    <>
      {letter.status === 'demanded' ? (
        <State mark="open">
          <Due on={letter.dueOn} whose="yours" speech={speech} />
        </State>
      ) : letter.status === 'withdrawn' ? null : (
        <State mark={letter.status === 'accepted' ? 'done' : letter.status === 'signed' ? 'sent' : 'returned'}>
          {t(`owner.step.letter.${letter.status}`, said)}
        </State>
      )}
      <p>
        {letter.onBehalfOf
          ? t('owner.step.letter.textOnBehalfOf', { who: letter.onBehalfOf })
          : t('owner.step.letter.text')}
      </p>
      <AsFiled text={letter.text} />
      {letter.reason ? (
        <>
          <p>{t('owner.step.letter.reason')}</p>
          <AsFiled text={letter.reason} />
        </>
      ) : null}
      <StepActs>
        <Act type="GuaranteeLetterSigned" preset={{ letterId: letter.letterId }} />
        <Act type="GuaranteeLetterDeclined" preset={{ letterId: letter.letterId }} />
      </StepActs>
    </>
  );
}

function DirectionText({ step, mine }: { readonly step: StepOf<'direction'>; readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const speech = useSpeech(mine.asOf);
  const { alternatives, cap, curtailedTo, verifiedAt, breachedAt, dueOn, directionId } = step.direction;
  const choices = alternatives.map((one) => t(`domain.alternative.${one}`)).join(t('domain.alternative.or'));
  const state = curtailedTo
    ? verifiedAt
      ? t('owner.step.direction.verified', { amount: amountText(curtailedTo), day: speech.near(verifiedAt) })
      : t('owner.step.direction.curtailed', { amount: amountText(curtailedTo) })
    : cap
      ? t('owner.step.direction.orderedCap', { choices, cap: amountText(cap) })
      : t('owner.step.direction.ordered', { choices });
  return (
    <>
      <State mark={verifiedAt ? 'done' : curtailedTo ? 'sent' : 'open'}>
        {state}
        {curtailedTo ? null : (
          <>
            {t('common.list.clauses')}
            <Due on={dueOn} whose="yours" speech={speech} />
          </>
        )}
      </State>
      {breachedAt ? (
        <State mark="returned">{t('owner.step.direction.breached', { day: speech.near(breachedAt) })}</State>
      ) : null}
      <StepActs>
        <Act type="PowerCurtailed" preset={{ directionId }} />
        <Act type="RelocationStarted" preset={{ directionId }} />
      </StepActs>
    </>
  );
}

function PlainText({
  step,
  mine,
}: {
  readonly step: StepOf<'relocation' | 'lift' | 'certification' | 'decision'>;
  readonly mine: MineDetail;
}) {
  const { t } = useTranslation();
  const speech = useSpeech(mine.asOf);
  const due = step.deadline ? (
    <>
      {t('common.list.clauses')}
      <Due on={step.deadline.dueOn} whose="theirs" speech={speech} />
    </>
  ) : null;
  switch (step.kind) {
    case 'relocation': {
      const { destination, startedAt } = step.relocation;
      return (
        <>
          <State mark="open">{t('owner.step.relocation.running', { destination, day: speech.near(startedAt) })}</State>
          <StepActs>
            <Act type="RelocationAbandoned" />
          </StepActs>
        </>
      );
    }
    case 'lift':
      return (
        <>
          <State mark="sent">
            {t('owner.step.lift.sent', { time: speech.time(step.request.requestedAt) })}
            {due}
          </State>
          <AsFiled text={step.request.reason} />
        </>
      );
    default:
      return (
        <State mark="open">
          {t(`owner.step.${step.kind}.awaited`)}
          {due}
        </State>
      );
  }
}
