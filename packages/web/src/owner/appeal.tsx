import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../api/answers.ts';
import { type Speech, useSpeech } from '../case/speech.ts';
import { type AppealStanding, appealStanding } from './appeal-standing.ts';
import { Disclosure } from './disclosure.tsx';
import { dueWords } from './due-words.ts';
import { Act, useOwnActs } from './own-acts.tsx';
import { Section } from './section.tsx';
import { AsFiled, StepActs } from './step-lines.tsx';
import { untilText } from './until-text.ts';

/** How to appeal and until when, or where the appeal stands; and that appealing alone does not let the mine run. */
export function Appeal({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const speech = useSpeech(mine.asOf);
  const { possible } = useOwnActs();
  const standing = appealStanding(mine);
  const may = possible.some(({ type }) => type === 'AppealLodged');
  if (standing.stage === 'none') return null;
  if (!mine.shut && standing.stage === 'open' && !may) return null;
  return (
    <Section title={t('owner.appeal.title')} id="appeal">
      {standing.stage === 'open' ? (
        <Open standing={standing} shut={mine.shut} speech={speech} />
      ) : standing.stage === 'pending' ? (
        <Pending standing={standing} speech={speech} />
      ) : (
        <Ended standing={standing} may={may} speech={speech} />
      )}
    </Section>
  );
}

type Stage<S extends AppealStanding['stage']> = Extract<AppealStanding, { readonly stage: S }>;

function Open({
  standing: { until, served },
  shut,
  speech,
}: {
  readonly standing: Stage<'open'>;
  readonly shut: boolean;
  readonly speech: Speech;
}) {
  const { t } = useTranslation();
  return (
    <>
      <p>{until && until.dueOn !== null ? untilText(until.dueOn, speech) : t('owner.appeal.possible')}</p>
      {until && !served ? <p>{t('owner.appeal.clockNotStarted')}</p> : null}
      {shut ? <p>{t('owner.appeal.noEffect')}</p> : null}
      <StepActs>
        <Act type="AppealLodged" />
      </StepActs>
    </>
  );
}

function Pending({
  standing: { appeal, decision, stayAnswer, late },
  speech,
}: {
  readonly standing: Stage<'pending'>;
  readonly speech: Speech;
}) {
  const { t } = useTranslation();
  const { appealId, lodgedAt, repeated, stay, stayRequestedAt, grounds } = appeal;
  return (
    <>
      <p>
        {[
          t('owner.appeal.pending', { day: speech.day(lodgedAt) }),
          ...(decision ? [t('owner.appeal.decision', { due: dueWords(decision.dueOn, speech, 'theirs') })] : []),
          ...(late ? [t('owner.appeal.late')] : []),
          ...(repeated ? [t('owner.appeal.repeated')] : []),
        ].join(t('common.list.sentences'))}
      </p>
      <p>
        {[
          t(`owner.appeal.stay.${stay}`, { day: stayRequestedAt === null ? '' : speech.day(stayRequestedAt) }),
          ...(stayAnswer ? [t('owner.appeal.stay.answer', { due: dueWords(stayAnswer.dueOn, speech, 'theirs') })] : []),
        ].join(t('common.list.sentences'))}
      </p>
      <StepActs>
        <Act type="StayRequested" preset={{ appealId }} />
        <Act type="AppealWithdrawn" preset={{ appealId }} />
      </StepActs>
      <Disclosure summary={t('owner.appeal.grounds')}>
        <AsFiled text={grounds} />
      </Disclosure>
    </>
  );
}

function Ended({
  standing: { appeal },
  may,
  speech,
}: {
  readonly standing: Stage<'ended'>;
  readonly may: boolean;
  readonly speech: Speech;
}) {
  const { t } = useTranslation();
  if (appeal.status === 'pending') return null;
  const day = appeal.endedAt === null ? '' : speech.day(appeal.endedAt);
  return (
    <>
      <p>{t(`owner.appeal.ended.${appeal.status}`, { day })}</p>
      {may ? <p>{t('owner.appeal.again')}</p> : null}
      <StepActs>
        <Act type="AppealLodged" />
      </StepActs>
    </>
  );
}
