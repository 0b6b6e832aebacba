import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineDetail, SentAnswer } from '../../api/answers.ts';
import { useSend } from '../../api/queries.ts';
import { Button } from '../../design/button.tsx';
import { useLanguage } from '../../language/use-words.ts';
import { useSession } from '../../session/session.ts';
import type { StandingEvent } from '../course.ts';
import { forgetDraft } from '../form/drafts.ts';
import { enterData, momentOf } from '../form/enter-data.ts';
import { ErrorSummary } from '../form/error-summary.tsx';
import type { Field } from '../form/field.ts';
import { flat } from '../form/fit-to-case.ts';
import classes from '../form/form.module.css';
import { FormField } from '../form/form-field.tsx';
import { Moment } from '../form/moment-field.tsx';
import { type Faults, faultsOfServer, ownFaults } from '../form/refusal.ts';
import { Refused } from '../form/refused.tsx';
import { useDraft } from '../form/use-draft.ts';
import { useFieldWords } from '../form/use-field-words.ts';
import { WHEN } from '../form/when.ts';
import { composeCorrection, REASON, VOID } from './compose-correction.ts';
import { correctableFields } from './correctable.ts';

const noFaults: Faults = new Map();
const reasonField: Field = {
  name: 'reason',
  pointer: REASON,
  required: true,
  kind: 'text',
  longest: 10_000,
  mayBeNotStated: false,
  pattern: undefined,
};

/** The form of a correction: the values as they stand, to be changed, or that it was never true; and why. */
export function CorrectionForm({
  mine,
  standing,
  onClose,
  onSent,
  onLookAgain,
}: {
  readonly mine: MineDetail;
  readonly standing: StandingEvent;
  readonly onClose: () => void;
  readonly onSent: (answer: SentAnswer) => void;
  readonly onLookAgain: () => Promise<number | null>;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useFieldWords();
  const person = useSession()?.id ?? '';
  const send = useSend(mine.mineId);
  const { eventId, type } = standing.event;
  const id = [person, mine.mineId, 'FactCorrected', eventId].join('/');
  const fields = correctableFields(standing, mine);
  const { draft, enter, renew } = useDraft(id, mine.revision, null, () => ({
    ...enterData(fields, standing.data),
    ...Object.fromEntries(
      momentOf(WHEN, standing.occurredAt).slice(0, standing.occurredAtPrecision === 'instant' ? 2 : 1),
    ),
  }));
  const [faults, setFaults] = useState(noFaults);
  const { entries } = draft;
  const neverTrue = entries[VOID] === true;
  const mayBeVoid = type !== 'MineRegistered';

  const submit = () => {
    const composed = composeCorrection(standing, fields, entries);
    setFaults(ownFaults(composed.faults, t));
    if (composed.faults.length > 0 || composed.data === null) return;
    send.mutate(
      { type: 'FactCorrected', data: composed.data, key: draft.key, seenRevision: draft.seenRevision },
      {
        onSuccess: (answer) => {
          forgetDraft(id);
          onSent(answer);
        },
        onError: (error) => setFaults(onFields(faultsOfServer(error, t, language)) ?? noFaults),
      },
    );
  };

  const lookAgain = async () => {
    const revision = await onLookAgain();
    send.reset();
    if (revision !== null) renew(revision, null);
  };

  const labelOf = (pointer: string): string | null => {
    if (pointer === WHEN) return t('case.form.when');
    const field = [...flat(fields), reasonField].find((candidate) => candidate.pointer === pointer);
    return field ? words.label(field, field === reasonField ? 'FactCorrected' : type) : null;
  };

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary faults={faults} labelOf={labelOf} />
      {send.isError && faults.size === 0 ? (
        <Refused
          error={send.error}
          mine={mine}
          seenRevision={draft.seenRevision}
          onLookAgain={() => void lookAgain()}
        />
      ) : null}
      {mayBeVoid ? (
        <fieldset className={classes.group}>
          <legend className={classes.label}>{t('case.correction.what')}</legend>
          <label className={classes.tickLabel}>
            <input type="radio" name={VOID} checked={!neverTrue} onChange={() => enter(VOID, false)} />
            {t('case.correction.partly')}
          </label>
          <label className={classes.tickLabel}>
            <input type="radio" name={VOID} checked={neverTrue} onChange={() => enter(VOID, true)} />
            {t('case.correction.void')}
          </label>
        </fieldset>
      ) : null}
      {neverTrue ? null : (
        <>
          <fieldset className={classes.group}>
            <legend className={classes.label}>{t('case.form.when')}</legend>
            <Moment pointer={WHEN} entries={entries} onEnter={enter} fault={faults.get(WHEN)} timeOptional />
          </fieldset>
          {fields.map((field) => (
            <FormField
              key={field.pointer}
              type={type}
              field={{ ...field, required: true }}
              entries={entries}
              faults={faults}
              onEnter={enter}
            />
          ))}
        </>
      )}
      <FormField type="FactCorrected" field={reasonField} entries={entries} faults={faults} onEnter={enter} />
      <p className="quiet">{t('case.form.needsApproval')}</p>
      <div className={classes.foot}>
        <Button kind="primary" type="submit" disabled={send.isPending}>
          {send.isPending ? t('case.form.sending') : t('case.form.request', { verb: t('events.verb.FactCorrected') })}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** The server points into the correction that was sent; here its values are fields of their own. */
function onFields(faults: Faults | null): Faults | null {
  return (
    faults &&
    new Map(
      [...faults].map(([pointer, text]) => {
        const inPatch = pointer.replace(/^\/data\/corrections\/0\/patch\//, '/patch/');
        return [inPatch === '/patch/occurredAt' ? WHEN : inPatch, text];
      }),
    )
  );
}
