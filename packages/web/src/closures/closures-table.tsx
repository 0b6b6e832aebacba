import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ListedClosure } from '../api/answers.ts';
import { ClosureMarks } from '../design/closure-marks.tsx';
import { SortHead } from '../design/sort-head.tsx';
import { useClosureWords } from './closure-words.ts';
import { type ClosureSort, closureColumns } from './closures-search.ts';
import classes from './closures-table.module.css';

/** Closures as a table, one line each; a column is sorted by pressing its name. */
export function ClosuresTable({
  closures,
  sort,
  onSort,
}: {
  readonly closures: readonly ListedClosure[];
  readonly sort: ClosureSort;
  readonly onSort: (column: ClosureSort['column']) => void;
}) {
  const { t } = useTranslation();
  const wordsOf = useClosureWords();
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{t('closures.title')}</caption>
      <thead>
        <tr>
          {closureColumns.map((column) => (
            <SortHead key={column} column={column} order={sort} onSort={() => onSort(column)}>
              {t(`closures.column.${column}`)}
            </SortHead>
          ))}
          {(['outcome', 'grounds'] as const).map((column) => (
            <th key={column} scope="col" data-column={column}>
              {t(`closures.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {closures.map((closure) => {
          const line = wordsOf(closure);
          return (
            <tr key={closure.eventId}>
              <th scope="row" data-column="name">
                <Link to="/mines/$mineId" params={{ mineId: closure.mineId }} data-mine={closure.mineId}>
                  <span className={classes.name}>{closure.name}</span>
                  <span className={classes.id}>
                    {closure.mineId}
                    {closure.cycle > 1 ? ` · ${t('closures.cycle', { cycle: closure.cycle })}` : null}
                  </span>
                </Link>
              </th>
              <td data-column="region">{line.region}</td>
              <td data-column="since">{line.since}</td>
              <td data-column="until">{line.until ?? <span className="quiet">{t('common.nothing')}</span>}</td>
              <td data-column="days" title={line.exactly}>
                {line.days}
              </td>
              <td data-column="outcome">
                <span className={classes.outcome} data-ongoing={closure.ongoing}>
                  {line.outcome}
                </span>{' '}
                <ClosureMarks closure={closure} />
              </td>
              <td data-column="grounds" title={line.grounds ?? undefined}>
                {line.grounds ?? <span className="quiet">{t('common.nothing')}</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
