import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { MineDetail, NextAnswer } from '../api/answers.ts';
import { newKey } from '../api/client.ts';
import { draftId } from '../case/form/drafts.ts';
import { ErrorSummary } from '../case/form/error-summary.tsx';
import type { Entry, Field } from '../case/form/field.ts';
import { FormField } from '../case/form/form-field.tsx';
import { type Faults, ownFaults } from '../case/form/refusal.ts';
import { useDraft } from '../case/form/use-draft.ts';
import { useFieldWords } from '../case/form/use-field-words.ts';
import { Button } from '../design/button.tsx';
import { useDates, useWords } from '../language/use-words.ts';
import { clockAhead } from '../outbox/device-clock.ts';
import { type KeptAct, keepAct } from '../outbox/kept-acts.ts';
import { sendAct } from '../outbox/send-act.ts';
import { useSession } from '../session/session.ts';
import { composeInspection, type Ending, isDue, openFindings, resultOf } from './compose-inspection.ts';
import { End } from './end.tsx';
import { Findings } from './findings.tsx';
import {
  abandonedField,
  at,
  checkFields,
  clearedField,
  endFields,
  findingFields,
  presentField,
  raisedIn,
} from './inspection-fields.ts';
import classes from './on-the-spot.module.css';
import { Part } from './part.tsx';

const noFaults: Faults = new Map();
const startSchema = z.object({
  properties: z.object({ inspectorsPresent: z.object({ minimum: z.number() }) }),
});

/** The checklist of an inspection: beginning, checks, findings, end. What is entered stays on this device until it was received. */
export function InspectionForm({ mine, next }: { readonly mine: MineDetail; readonly next: NextAnswer | undefined }) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = useWords();
  const fieldWords = useFieldWords();
  const person = useSession()?.id ?? '';
  const { running, scheduled, reinspection } = mine.detail.inspections;
  const form = draftId(person, mine.mineId, 'Inspection', []);
  const { draft, enterAll } = useDraft(form, mine.revision, null, () => ({}));
  const [freshId] = useState(() => `I-${newKey().slice(0, 8)}`);
  const [faults, setFaults] = useState(noFaults);
  const { entries } = draft;
  const start = next?.possible.find(({ type }) => type === 'InspectionStarted');
  const leastPresent = startSchema.safeParse(start?.schema).data?.properties.inspectorsPresent.minimum ?? 1;
  const inspectionId = running?.inspectionId ?? scheduled?.inspectionId ?? freshId;
  const present = presentField(leastPresent);
  const earlier = reinspection ? openFindings(mine.detail) : [];
  const started = entries[at.started];
  const isBegun = typeof started === 'string' && started !== '';
  const now = () => new Date().toISOString();
  const enter = (pointer: string, entry: Entry) => enterAll({ [pointer]: entry });
  /** With the moment at which it was found. */
  const find = (timeAt: string) => (pointer: string, entry: Entry) => enterAll({ [pointer]: entry, [timeAt]: now() });
  const props = { entries, faults, onEnter: enter };

  const put = async (ending: Ending) => {
    const composed = composeInspection(mine, entries, {
      ending,
      now: now(),
      inspectionId,
      leastPresent,
      photosOf: (description) => t('spot.photosOf', { description: description.slice(0, 120) }),
    });
    setFaults(ownFaults(composed.faults, t));
    if (composed.faults.length > 0) return;
    const act: KeptAct = {
      key: draft.key,
      person,
      mineId: mine.mineId,
      mineName: mine.name,
      form,
      preset: {},
      keptAt: now(),
      events: [...composed.events],
      together: true,
      clockAhead: clockAhead(),
      state: 'waiting',
    };
    await keepAct(act);
    await sendAct(act);
  };

  const all: readonly {
    readonly field: Field;
    readonly type: Parameters<typeof fieldWords.label>[1];
    readonly of?: string;
  }[] = [
    { field: present, type: 'InspectionStarted' },
    ...mine.detail.checks.map((check) => ({
      field: checkFields(check).outcome,
      type: 'CheckRecorded' as const,
      of: words.subject(check.check),
    })),
    ...earlier.map(({ findingId, description }) => ({
      field: clearedField(findingId),
      type: 'FindingCleared' as const,
      of: description,
    })),
    ...raisedIn(entries).flatMap((findingId) =>
      findingFields(findingId, mine.detail.checks).map((field) => ({ field, type: 'FindingRaised' as const })),
    ),
    { field: endFields.ownerSide, type: 'InspectionPassed' },
    { field: abandonedField, type: 'InspectionAbandoned' },
  ];
  const labelOf = (pointer: string): string | null => {
    if (pointer === at.started) return t('spot.begin.title');
    if (pointer === at.findings) return t('spot.findings.title');
    const found = all.find(({ field }) => field.pointer === pointer);
    return found ? (found.of ?? fieldWords.label(found.field, found.type)) : null;
  };

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void put('result');
      }}
    >
      <ErrorSummary faults={faults} labelOf={labelOf} />
      {running ? (
        <p>{t('spot.begin.running', { time: dates.time(running.startedAt) })}</p>
      ) : (
        <Part title={t('spot.begin.title')} pointer={at.started} faults={faults}>
          {isBegun ? (
            <p>{t('spot.begin.at', { time: dates.time(started) })}</p>
          ) : (
            <Button kind="primary" onClick={() => enter(at.started, now())}>
              {t('spot.begin.now')}
            </Button>
          )}
          <FormField {...props} type="InspectionStarted" field={present} />
        </Part>
      )}
      <Part title={t('spot.checks.title')}>
        {mine.detail.checks.map((check) => {
          const { outcome, more } = checkFields(check);
          const recorded = { ...props, onEnter: find(at.check(check.check, 'at')) };
          return (
            <section key={check.check} className={classes.check} aria-label={words.subject(check.check)}>
              <h3>
                {words.subject(check.check)} <span className="quiet">{words.office(check.office)}</span>
              </h3>
              {isDue(check) ? null : (
                <p className="quiet">
                  {t('spot.checks.before', { outcome: t(`domain.checkOutcome.${check.outcome ?? 'none'}`) })}
                </p>
              )}
              <FormField {...recorded} type="CheckRecorded" field={outcome} />
              <details className={classes.more}>
                <summary>{t('form.more')}</summary>
                {more.map((field) => (
                  <FormField key={field.pointer} {...props} type="CheckRecorded" field={field} />
                ))}
              </details>
            </section>
          );
        })}
      </Part>
      {earlier.length === 0 ? null : (
        <Part title={t('spot.earlier.title')}>
          {earlier.map(({ findingId, description }) => (
            <section key={findingId} className={classes.check} aria-label={description}>
              <h3>{description}</h3>
              <FormField
                {...props}
                onEnter={find(`${at.cleared(findingId)}/at`)}
                type="FindingCleared"
                field={clearedField(findingId)}
              />
            </section>
          ))}
        </Part>
      )}
      <Part title={t('spot.findings.title')} pointer={at.findings} faults={faults}>
        <Findings mine={mine} {...props} enterAll={enterAll} now={now} />
      </Part>
      <End
        {...props}
        result={resultOf(mine, entries)}
        begun={running !== null || isBegun}
        onAbandon={() => void put('abandoned')}
      />
    </form>
  );
}
