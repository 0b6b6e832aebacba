import { eventSchemas } from '@rectify/engine/rectification';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { EventForMany } from '../../api/campaigns.ts';
import { newKey } from '../../api/client.ts';
import { compose } from '../../case/form/compose.ts';
import type { Entries, Field } from '../../case/form/field.ts';
import { isNotAsked, withNotStated } from '../../case/form/fit-to-case.ts';
import formClasses from '../../case/form/form.module.css';
import { FormField } from '../../case/form/form-field.tsx';
import { readSchema } from '../../case/form/read-schema.ts';
import { type Faults, ownFaults } from '../../case/form/refusal.ts';
import { Button } from '../../design/button.tsx';
import { useWords } from '../../language/use-words.ts';
import classes from '../campaigns.module.css';
import type { ActType } from './act-search.ts';

/** Asks what is to be done to every mine, by the same schema as a form of one case. */
export function EventFields({
  type,
  types,
  looking,
  disabled,
  onType,
  onLook,
}: {
  readonly type: ActType;
  /** What there is to choose from. */
  readonly types: readonly ActType[];
  readonly looking: boolean;
  readonly disabled: boolean;
  readonly onType: (type: ActType) => void;
  readonly onLook: (event: EventForMany) => void;
}) {
  const { t } = useTranslation();
  const { verb } = useWords();
  const [freshId] = useState(() => `I-${newKey().slice(0, 10)}`);
  const fields = useMemo(() => fieldsOf(type, freshId), [type, freshId]);
  const [entries, setEntries] = useState<Entries>({ '/data/visibility': 'owner' });
  const [faults, setFaults] = useState<Faults>(new Map());
  const asked = fields.filter(({ kind }) => kind !== 'given');
  const submit = () => {
    const composed = compose(fields, entries);
    setFaults(ownFaults(composed.faults, t));
    if (composed.faults.length === 0) onLook({ type, data: composed.data });
  };
  return (
    <form
      noValidate
      className={formClasses.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <select
        className={classes.select}
        aria-label={t('board.select.what')}
        value={type}
        onChange={({ target }) => onType(types.find((one) => one === target.value) ?? type)}
      >
        {types.map((one) => (
          <option key={one} value={one}>
            {verb(one)}
          </option>
        ))}
      </select>
      {asked.map((field) => (
        <FormField
          key={field.pointer}
          type={type}
          field={field}
          entries={entries}
          faults={faults}
          onEnter={(pointer, entry) => setEntries((now) => ({ ...now, [pointer]: entry }))}
        />
      ))}
      <div className={classes.buttons}>
        <Button kind="primary" type="submit" disabled={looking || disabled}>
          {looking ? t('campaigns.act.previewing') : t('campaigns.act.preview')}
        </Button>
        {disabled ? <p className="quiet">{t('campaigns.act.nothing')}</p> : null}
      </div>
    </form>
  );
}

function fieldsOf(type: ActType, freshId: string): Field[] {
  const schema = z.toJSONSchema(eventSchemas[type], { io: 'input', unrepresentable: 'any' });
  return readSchema(schema).flatMap((field): Field[] => {
    const { name, pointer, required } = field;
    if (name === 'inspectionId') return [{ name, pointer, required, kind: 'given', value: freshId }];
    return isNotAsked(field) ? [] : [withNotStated(field)];
  });
}
