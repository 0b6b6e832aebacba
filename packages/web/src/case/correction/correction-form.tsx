import { useTranslation } from 'react-i18next';
import type { MineDetail, SentAnswer } from '../../api/answers.ts';
import { useAllCampaigns } from '../../api/campaigns.ts';
import { Button, ButtonRow } from '../../design/button.tsx';
import type { StandingEvent } from '../course.ts';
import { ErrorSummary } from '../form/error-summary.tsx';
import type { Field, Option } from '../form/field.ts';
import { flat } from '../form/fit-to-case.ts';
import classes from '../form/form.module.css';
import { FormField } from '../form/form-field.tsx';
import { Moment } from '../form/moment-field.tsx';
import { Refused } from '../form/refused.tsx';
import { useFieldWords } from '../form/use-field-words.ts';
import { WHEN } from '../form/when.ts';
import type { Referred } from '../timeline/said-of-event.ts';
import { REASON, VOID } from './compose-correction.ts';
import { correctableFields } from './correctable.ts';
import { CorrectionPreview } from './correction-preview.tsx';
import { type CorrectionInHand, useCorrection } from './use-correction.ts';
import { VoidToo } from './void-too.tsx';

const reasonField: Field = {
  name: 'reason',
  pointer: REASON,
  required: true,
  kind: 'text',
  longest: 10_000,
  mayBeNotStated: false,
  pattern: undefined,
};

/** The form of a correction: the values as they stand, to be changed, or that it was never true; why; and what that changes, before it is requested. */
export function CorrectionForm({
  mine,
  standing,
  referred,
  onClose,
  onSent,
  onLookAgain,
}: {
  readonly mine: MineDetail;
  readonly standing: StandingEvent;
  readonly referred: Referred;
  readonly onClose: () => void;
  readonly onSent: (answer: SentAnswer) => void;
  readonly onLookAgain: () => Promise<number | null>;
}) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const { type } = standing.event;
  const fields = correctableFields(standing, mine, useCampaignChoices(standing));
  const correction = useCorrection({ mine, standing, fields, onSent, onLookAgain });
  const { entries, faults, shown, voidedToo, busy, failed, seenRevision, change, show } = correction;

  const labelOf = (pointer: string): string | null => {
    if (pointer === WHEN) return t('form.when');
    const field = [...flat(fields), reasonField].find((candidate) => candidate.pointer === pointer);
    return field ? words.label(field, field === reasonField ? 'FactCorrected' : type) : null;
  };

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (shown?.possible) correction.request();
        else show([]);
      }}
    >
      <ErrorSummary faults={faults} labelOf={labelOf} />
      {failed ? (
        <Refused
          error={failed}
          mine={mine}
          seenRevision={seenRevision}
          onLookAgain={() => void correction.lookAgain()}
        />
      ) : null}
      {type === 'MineRegistered' ? null : <WhatIsWrong correction={correction} wasVoided={standing.void} />}
      {entries[VOID] === true ? null : (
        <>
          <fieldset className={classes.group}>
            <legend className={classes.label}>{t('form.when')}</legend>
            <Moment pointer={WHEN} entries={entries} onEnter={change} fault={faults.get(WHEN)} timeOptional />
          </fieldset>
          {fields.map((field) => (
            <FormField
              key={field.pointer}
              type={type}
              field={field}
              entries={entries}
              faults={faults}
              onEnter={change}
            />
          ))}
        </>
      )}
      <FormField type="FactCorrected" field={reasonField} entries={entries} faults={faults} onEnter={change} />
      {shown ? (
        <CorrectionPreview
          key={String(shown.possible)}
          title={t('case.correction.title')}
          preview={shown}
          referred={referred}
          takesFocus
        />
      ) : null}
      <VoidToo offered={shown?.dependents ?? null} chosen={voidedToo} onChoose={show} />
      <p className="quiet">{t('form.needsApproval')}</p>
      <ButtonRow className={classes.foot}>
        {shown?.possible === false ? null : (
          <Button kind="primary" type="submit" disabled={busy !== null}>
            {busy === 'sending' ? t('form.sending') : null}
            {busy === 'showing' ? t('case.correction.showing') : null}
            {busy === null && shown ? t('form.request', { verb: t('events.verb.FactCorrected') }) : null}
            {busy === null && !shown ? t('case.correction.show') : null}
          </Button>
        )}
        <Button kind="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </ButtonRow>
    </form>
  );
}

/** The campaigns that a closing order may belong to; the one that it says now also before, or without, knowing the others. */
function useCampaignChoices({ event: { type }, data: { campaignId: now } }: StandingEvent): readonly Option[] {
  const campaigns = useAllCampaigns({ enabled: type === 'ClosureOrdered' });
  const all = campaigns.data?.map(({ campaignId, name }) => ({ value: campaignId, label: name })) ?? [];
  return typeof now === 'string' && !all.some(({ value }) => value === now)
    ? [...all, { value: now, label: undefined }]
    : all;
}

/** Whether some of it is wrong, or it never happened; of what was voided, whether it did happen. */
function WhatIsWrong({
  correction: { entries, change },
  wasVoided,
}: {
  readonly correction: CorrectionInHand;
  readonly wasVoided: boolean;
}) {
  const { t } = useTranslation();
  const neverTrue = entries[VOID] === true;
  return (
    <fieldset className={classes.group}>
      <legend className={classes.label}>{t('case.correction.what')}</legend>
      <label className={classes.tickLabel}>
        <input type="radio" name={VOID} checked={!neverTrue} onChange={() => change(VOID, false)} />
        {t(wasVoided ? 'case.correction.happened' : 'case.correction.partly')}
      </label>
      <label className={classes.tickLabel}>
        <input type="radio" name={VOID} checked={neverTrue} onChange={() => change(VOID, true)} />
        {t('history.corrected.void')}
      </label>
    </fieldset>
  );
}
