import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../api/answers.ts';
import { newKey } from '../api/client.ts';
import type { Entries } from '../case/form/field.ts';
import type { FieldProps } from '../case/form/field-props.ts';
import { FormField } from '../case/form/form-field.tsx';
import { Button } from '../design/button.tsx';
import { at, findingFields, raisedIn } from './inspection-fields.ts';
import classes from './on-the-spot.module.css';

/** What was found wrong on the spot, each with its due day and its photographs. */
export function Findings({
  mine,
  entries,
  faults,
  onEnter,
  enterAll,
  now,
}: Pick<FieldProps, 'entries' | 'faults' | 'onEnter'> & {
  readonly mine: MineDetail;
  readonly enterAll: (entries: Entries) => void;
  readonly now: () => string;
}) {
  const { t } = useTranslation();
  const raised = raisedIn(entries);
  const add = () => {
    const findingId = `F-${newKey().slice(0, 8)}`;
    enterAll({ [at.findings]: [...raised, findingId], [at.finding(findingId, 'at')]: now() });
  };
  return (
    <>
      {raised.length === 0 ? <p className="quiet">{t('spot.findings.none')}</p> : null}
      {raised.map((findingId, index) => (
        <fieldset key={findingId} className={classes.finding}>
          <legend>{t('spot.findings.number', { number: index + 1 })}</legend>
          {findingFields(findingId, mine.detail.checks).map((field) => (
            <FormField
              key={field.pointer}
              type="FindingRaised"
              field={field}
              entries={entries}
              faults={faults}
              onEnter={onEnter}
            />
          ))}
          <Button
            kind="quiet"
            flush
            onClick={() =>
              onEnter(
                at.findings,
                raised.filter((one) => one !== findingId),
              )
            }
          >
            {t('spot.findings.remove')}
          </Button>
        </fieldset>
      ))}
      <Button onClick={add}>{t('spot.findings.add')}</Button>
    </>
  );
}
