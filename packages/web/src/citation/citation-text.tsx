import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Citation } from '../api/answers.ts';
import { type ClosureFilter, closureFilters } from '../closures/closures-search.ts';
import { useFilterWords } from '../closures/use-filter-words.ts';
import { useDates, useWords } from '../language/use-words.ts';
import classes from './citation.module.css';
import { partsOf, readable, sourceOf } from './cited.ts';
import { useFigureWords } from './use-figure-words.ts';

const isFilter = (name: string): name is ClosureFilter => closureFilters.some((known) => known === name);

/** A cited figure: what it is, of when, as known when, and whether it stands by all that is known today. */
export function CitationText({ citation }: { readonly citation: Citation }) {
  const { t } = useTranslation();
  const dates = useDates();
  const say = useFigureWords();
  const filterWords = useFilterWords();
  const { value, query, figure, asOf, knownAt, recomputed, today, stands } = citation;
  const { path, filters } = partsOf(query);
  const source = sourceOf(path);
  const narrowed = filters.map(([name, given]) =>
    isFilter(name)
      ? `${t('common.named', { name: t(`closures.filter.${name}`) })}${filterWords(name, given)}`
      : `${name}: ${given}`,
  );
  return (
    <div className={classes.citation}>
      <p className={classes.value}>{say(value)}</p>
      <p>
        {source === 'mine' ? t('citation.of.mine', { mine: path.split('/').at(-1) ?? '' }) : t(`citation.of.${source}`)}
        {narrowed.length > 0 ? <span className="quiet"> · {narrowed.join(t('domain.list.join'))}</span> : null}
      </p>
      <p>{t('common.asOf.both', { on: dates.time(asOf), known: dates.time(knownAt) })}</p>
      <p className={classes.standing} data-stands={stands}>
        {stands ? t('citation.stands') : t('citation.standsNot', { today: say(today.value) })}
      </p>
      {recomputed === value ? null : <p>{t('citation.recomputed', { value: say(recomputed) })}</p>}
      <ChangedBy citation={citation} />
      <p className="quiet">
        {t('citation.exactly')}
        <code>{figure}</code> · <code>{readable(query)}</code>
      </p>
    </div>
  );
}

/** What was recorded since by which mines that the figure counts stood otherwise. */
function ChangedBy({ citation: { changedBy, more, arrivedSince } }: { readonly citation: Citation }) {
  const { t } = useTranslation();
  const dates = useDates();
  const { fact } = useWords();
  if (changedBy.length === 0 && (arrivedSince ?? []).length === 0) return null;
  return (
    <>
      <h3>{t('citation.changedBy')}</h3>
      <ul className={classes.changes}>
        {changedBy.map(({ mineId, eventId, type, kind, reason, recordedAt }) => (
          <li key={eventId}>
            <Link to="/mines/$mineId" params={{ mineId }} search={{ asOf: undefined, knownAt: undefined }}>
              {mineId}
            </Link>
            <span>
              {t('common.named', { name: t(`citation.kind.${kind}`) })}
              {fact(type)}
              {reason === null ? null : ` · ${reason}`}
            </span>
            <span className="quiet">{t('citation.recorded', { time: dates.time(recordedAt) })}</span>
          </li>
        ))}
        {(arrivedSince ?? []).map(({ mineId, eventId, recordedAt }) => (
          <li key={eventId}>
            <span>{mineId}</span>
            <span>{t('citation.arrived')}</span>
            <span className="quiet">{t('citation.recorded', { time: dates.time(recordedAt) })}</span>
          </li>
        ))}
      </ul>
      {more ? <p className="quiet">{t('citation.more')}</p> : null}
    </>
  );
}
