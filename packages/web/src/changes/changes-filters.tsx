import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFilterWords } from '../closures/use-filter-words.ts';
import { Button } from '../design/button.tsx';
import { Choice } from '../design/choice.tsx';
import { DayInput } from '../design/day-input.tsx';
import { isDay } from '../language/dates.ts';
import classes from './changes-page.module.css';
import { axes, type ChangesSearch, type Days } from './changes-search.ts';

/** Between which days, and whether it is about the world or what was known of it. */
export function ChangesFilters({
  search,
  days,
  onChange,
}: {
  readonly search: ChangesSearch;
  readonly days: Days;
  readonly onChange: (search: ChangesSearch) => void;
}) {
  const { t } = useTranslation();
  const wordsOf = useFilterWords();
  const [typed, setTyped] = useState(days);
  const [fault, setFault] = useState<string | null>(null);
  const id = useId();
  const submit = () => {
    const { from, to } = typed;
    if (!isDay(from) || !isDay(to)) return setFault(t('changes.invalid'));
    if (from > to) return setFault(t('changes.order'));
    setFault(null);
    onChange({ ...search, from, to });
  };
  const narrowed = (['region', 'campaign'] as const).flatMap((name) =>
    search[name] === undefined ? [] : [{ name, value: search[name] }],
  );
  return (
    <form
      noValidate
      className={classes.filters}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Choice
        legend={t('changes.axis.label')}
        options={axes.map((axis) => ({ value: axis, text: t(`changes.axis.${axis}`) }))}
        value={search.axis ?? 'world'}
        onChange={(axis) => onChange({ ...search, axis: axis === 'world' ? undefined : axis })}
      />
      {(['from', 'to'] as const).map((name) => (
        <div key={name} className={classes.day}>
          <label htmlFor={`${id}-${name}`}>{t(`changes.${name}`)}</label>
          <DayInput
            id={`${id}-${name}`}
            value={typed[name]}
            onChange={(day) => setTyped({ ...typed, [name]: day })}
            aria-invalid={fault !== null}
            aria-describedby={fault === null ? undefined : `${id}-fault`}
          />
        </div>
      ))}
      <Button type="submit">{t('common.asOf.show')}</Button>
      {fault === null ? null : (
        <p id={`${id}-fault`} role="alert" className={classes.fault}>
          {fault}
        </p>
      )}
      {narrowed.map(({ name, value }) => (
        <span key={name}>
          {t('common.named', { name: t(`closures.filter.${name}`) })}
          <strong>{wordsOf(name, value)}</strong>
          <Button kind="quiet" onClick={() => onChange({ ...search, [name]: undefined })}>
            {t('common.filters.remove')}
            <span className="visually-hidden"> {t(`closures.filter.${name}`)}</span>
          </Button>
        </span>
      ))}
    </form>
  );
}
