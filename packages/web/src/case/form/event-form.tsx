import type { EventType } from '@rectify/engine/rectification';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineDetail, SentAnswer } from '../../api/answers.ts';
import { Button, ButtonRow } from '../../design/button.tsx';
import { useLanguage } from '../../language/use-words.ts';
import { useDelivery } from '../../outbox/use-delivery.ts';
import { compose } from './compose.ts';
import { Confirmation } from './confirmation.tsx';
import { draftId, forgetDraft } from './drafts.ts';
import { ErrorSummary } from './error-summary.tsx';
import type { Entries } from './field.ts';
import { firstEntries, fitToCase, fitToEntries, flat } from './fit-to-case.ts';
import classes from './form.module.css';
import { FormField } from './form-field.tsx';
import { readSchema } from './read-schema.ts';
import { type Faults, faultsOfServer, ownFaults } from './refusal.ts';
import { Refused } from './refused.tsx';
import { needsConfirmation, needsNoIfMatch, saysWhen } from './rules.ts';
import { useDraft } from './use-draft.ts';
import { useFieldWords } from './use-field-words.ts';
import { useFormContext } from './use-form-context.ts';
import { composeWhen, WHEN } from './when.ts';
import { WhenField } from './when-field.tsx';

const noFaults: Faults = new Map();

/** What a form is based on: the revision that was seen, and the schema as it was then. */
export interface Ground {
  readonly revision: number;
  readonly schema: unknown;
}

/**
 * The form of an event, made from its JSON Schema. What is entered stays on this device until it is sent; sending it again does nothing
 * twice. With `onKept` it may be sent without a line: it is kept then until there is one.
 */
export function EventForm({
  mine,
  type,
  schema,
  needsApproval,
  preset = {},
  verb,
  isShown = true,
  children,
  onSending,
  onSent,
  onKept,
  onClose,
  onLookAgain,
}: {
  readonly mine: MineDetail;
  readonly type: EventType;
  readonly schema: unknown;
  readonly needsApproval: boolean;
  /** What is settled already, by pointer; it is not asked for. */
  readonly preset?: Entries;
  /** What its button says; the event's verb if nothing else is given. */
  readonly verb?: string;
  /** Whether all is shown that has to be seen before it is sent. */
  readonly isShown?: boolean;
  /** What stands above the fields. */
  readonly children?: ReactNode;
  /** Told when it is under way, and when it came back: what it brings about may be known before it is answered. */
  readonly onSending?: (underWay: boolean) => void;
  readonly onSent: (answer: SentAnswer) => void;
  readonly onKept?: () => void;
  readonly onClose: () => void;
  /** Reads the case again after a conflict; null if the event is not possible any more. */
  readonly onLookAgain: () => Promise<Ground | null>;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useFieldWords();
  const context = useFormContext(mine, type);
  const send = useDelivery(mine, { keep: onKept !== undefined });
  const settled = Object.fromEntries(Object.entries(preset).map(([pointer, value]) => [pointer, String(value)]));
  const id = draftId(context.person, mine.mineId, type, Object.values(settled));
  const { draft, enter, renew } = useDraft(id, mine.revision, schema, () => ({
    ...firstEntries(type, fitToCase(type, readSchema(schema), context), context),
    ...preset,
  }));
  const [faults, setFaults] = useState(noFaults);
  const [confirming, setConfirming] = useState(false);

  const fields = fitToEntries(type, fitToCase(type, readSchema(draft.schema), context), draft.entries, mine);
  const asked = fields.filter((field) => field.kind !== 'given' && !Object.hasOwn(preset, field.pointer));
  const needed = asked.filter(({ required }) => required);
  const more = asked.filter(({ required }) => !required);
  const entries = { ...draft.entries, ...preset };
  const props = { type, entries, faults, onEnter: enter };

  const submit = () => {
    const composed = compose(fields, entries);
    const { when, faults: whenFaults } = composeWhen(entries, new Date());
    const found = [...composed.faults, ...whenFaults];
    setFaults(ownFaults(found, t));
    if (found.length > 0) return;
    if (needsConfirmation(type) && !confirming) {
      setConfirming(true);
      return;
    }
    onSending?.(true);
    const seen = needsNoIfMatch(type) ? {} : { seenRevision: draft.seenRevision };
    send.mutate(
      { event: { type, data: composed.data, ...when }, key: draft.key, form: id, preset: settled, ...seen },
      {
        onSuccess: (delivered) => {
          if (delivered === 'kept') {
            onKept?.();
            return;
          }
          forgetDraft(id);
          onSent(delivered.answer);
        },
        onError: (error) => {
          onSending?.(false);
          setConfirming(false);
          setFaults(faultsOfServer(error, t, language) ?? noFaults);
        },
      },
    );
  };

  const lookAgain = async () => {
    const ground = await onLookAgain();
    send.reset();
    if (ground) renew(ground.revision, ground.schema);
  };

  const labelOf = (pointer: string): string | null => {
    if (pointer === WHEN) return t('form.when');
    const field = flat(asked).find((candidate) => candidate.pointer === pointer);
    return field ? words.label(field, type) : null;
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
      {children}
      {confirming ? (
        <Confirmation type={type} mine={mine} data={compose(fields, entries).data} needsApproval={needsApproval} />
      ) : (
        <>
          {needsApproval ? <p className="quiet">{t('form.needsApproval')}</p> : null}
          {needed.map((field) => (
            <FormField key={field.pointer} {...props} field={field} />
          ))}
          {more.length > 0 || saysWhen(type) ? (
            <details
              className={classes.more}
              open={more.some(({ pointer }) => faults.has(pointer)) || faults.has(WHEN)}
            >
              <summary>{t(saysWhen(type) ? 'form.moreAndWhen' : 'form.more')}</summary>
              <div className={classes.moreFields}>
                {saysWhen(type) ? <WhenField {...props} /> : null}
                {more.map((field) => (
                  <FormField key={field.pointer} {...props} field={field} />
                ))}
              </div>
            </details>
          ) : null}
        </>
      )}
      <Foot
        verb={t(needsApproval ? 'form.request' : 'form.do', { verb: verb ?? context.verb })}
        sending={send.isPending}
        disabled={!isShown}
        share={send.share}
        onBack={confirming ? () => setConfirming(false) : undefined}
        onClose={onClose}
      />
    </form>
  );
}

function Foot({
  verb,
  sending,
  disabled,
  share,
  onBack,
  onClose,
}: {
  readonly verb: string;
  readonly sending: boolean;
  readonly disabled: boolean;
  readonly share: number | null;
  readonly onBack: (() => void) | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <ButtonRow className={classes.foot}>
      {sending && share !== null ? (
        <progress value={share} max={1} aria-label={t('form.sending')} className={classes.sendingDocuments} />
      ) : null}
      <Button kind="primary" type="submit" disabled={sending || disabled}>
        {sending ? t('form.sending') : verb}
      </Button>
      {onBack ? <Button onClick={onBack}>{t('form.change')}</Button> : null}
      <Button kind="quiet" onClick={onClose}>
        {t('common.cancel')}
      </Button>
    </ButtonRow>
  );
}
