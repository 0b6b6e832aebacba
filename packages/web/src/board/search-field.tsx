import { type Ref, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './board.module.css';

/** How long typing has to pause before the list follows, in milliseconds: no longer than letters that come at once, as from a word that is put in. */
const PAUSE = 50;

/** Searches the list while one types. */
export function SearchField({
  value,
  onChange,
  ref,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly ref: Ref<HTMLInputElement>;
}) {
  const { t } = useTranslation();
  const field = useId();
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const report = useRef(onChange);
  report.current = onChange;

  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value;
      setTyped(value);
    }
  }, [value]);

  useEffect(() => {
    const next = typed.trim();
    if (next === sent.current) return;
    const timer = setTimeout(() => {
      if (next === sent.current) return;
      sent.current = next;
      report.current(next);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);

  // Whoever leaves the field goes on to something: the list follows before that, and not over it.
  const follow = () => {
    const next = typed.trim();
    if (next === sent.current) return;
    sent.current = next;
    report.current(next);
  };

  return (
    <search className={classes.search}>
      <label htmlFor={field} className="visually-hidden">
        {t('common.searchMines.label')}
      </label>
      <input
        ref={ref}
        id={field}
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={follow}
        placeholder={t('common.searchMines.placeholder')}
        autoComplete="off"
      />
    </search>
  );
}
