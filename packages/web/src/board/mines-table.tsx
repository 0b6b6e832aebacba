import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MineAnswer } from '../api/answers.ts';
import { ClosureMarks } from '../design/closure-marks.tsx';
import { SortHead } from '../design/sort-head.tsx';
import { StatusMark } from '../design/status-mark.tsx';
import { useSession } from '../session/session.ts';
import type { Sort, SortColumn } from './board-search.ts';
import { sortColumns } from './board-search.ts';
import { useMineWords } from './mine-words.ts';
import classes from './mines-table.module.css';

/** The mines as a table, one line each; a column is sorted by pressing its name. */
export function MinesTable({
  mines,
  changed,
  sort,
  onSort,
}: {
  readonly mines: readonly MineAnswer[];
  readonly changed: ReadonlySet<string>;
  readonly sort: Sort;
  readonly onSort: (column: SortColumn) => void;
}) {
  const { t } = useTranslation();
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{t('board.title')}</caption>
      <thead>
        <tr>
          {sortColumns.map((column) => (
            <SortHead key={column} column={column} order={sort} onSort={() => onSort(column)}>
              {t(`board.column.${column}`)}
            </SortHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {mines.map((mine) => (
          <Line key={mine.mineId} mine={mine} changed={changed.has(mine.mineId)} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ mine, changed }: { readonly mine: MineAnswer; readonly changed: boolean }) {
  const { t } = useTranslation();
  const line = useMineWords()(mine);
  const analyst = useSession()?.role === 'analyst';
  const nothing = <span className="quiet">{t('common.nothing')}</span>;
  return (
    <tr data-changed={changed}>
      <td data-column="status">
        <span className={classes.status}>
          <StatusMark status={mine.status} />
          <ClosureMarks closure={mine.closure} />
        </span>
      </td>
      <th scope="row" data-column="name">
        <Link to="/mines/$mineId" params={{ mineId: mine.mineId }} data-mine={mine.mineId} title={mine.name}>
          <span className={classes.name}>{mine.name}</span>
          <span className={classes.id}>{mine.mineId}</span>
        </Link>
      </th>
      <td data-column="region">{line.region}</td>
      <td data-column="since">{line.since ?? nothing}</td>
      <td data-column="days" title={line.exactly ?? undefined}>
        {line.days ?? nothing}
      </td>
      <td data-column="waitingOn" title={line.waitingOn ?? undefined}>
        {line.waitingOn ?? nothing}
      </td>
      <td data-column="nextDeadline" title={line.dueFor ?? undefined}>
        {line.due ? (
          <span className={classes.pair}>
            {line.late ? <strong>{line.late}</strong> : line.due}
            <span className={classes.beside}>{line.late ? line.due : line.dueFor}</span>
          </span>
        ) : (
          nothing
        )}
      </td>
      <td data-column="lastChange" title={line.change}>
        <span className={classes.pair}>
          {line.changedOn}
          <span className={classes.beside}>{line.change}</span>
          {analyst ? (
            <Link to="/mines/$mineId/replay" params={{ mineId: mine.mineId }} className={classes.replay}>
              {t('replay.title')}
              <span className="visually-hidden"> {mine.name}</span>
            </Link>
          ) : null}
        </span>
      </td>
    </tr>
  );
}
