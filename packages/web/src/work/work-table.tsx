import { useTranslation } from 'react-i18next';
import type { WorkItemAnswer } from '../api/answers.ts';
import type { Speech } from '../case/speech.ts';
import { StatusMark } from '../design/status-mark.tsx';
import { useSession } from '../session/session.ts';
import { CaseLink } from './case-link.tsx';
import { LateMark } from './late-mark.tsx';
import { usePersonName } from './use-person-name.ts';
import { keyOf, type WorkGroup } from './work-groups.ts';
import classes from './work-table.module.css';
import { wordsOfWork } from './work-words.ts';

const columns = ['what', 'mine', 'status', 'region', 'assignee', 'since', 'due'] as const;

/** The queue as a table, one line an item, under the headings of its parts. */
export function WorkTable({
  groups,
  changed,
  speech,
}: {
  readonly groups: readonly WorkGroup[];
  readonly changed: ReadonlySet<string>;
  readonly speech: Speech;
}) {
  const { t } = useTranslation();
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{t('work.title')}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {t(`work.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ name, items }) => (
        <tbody key={name} data-group={name}>
          <tr>
            <th scope="rowgroup" colSpan={columns.length}>
              <h2>{t(`work.group.${name}`)}</h2>
            </th>
          </tr>
          {items.map((item) => (
            <Line key={keyOf(item)} item={item} changed={changed.has(item.mineId)} speech={speech} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Line({
  item,
  changed,
  speech,
}: {
  readonly item: WorkItemAnswer;
  readonly changed: boolean;
  readonly speech: Speech;
}) {
  const { t } = useTranslation();
  const role = useSession()?.role ?? 'analyst';
  const nameOf = usePersonName();
  const { what, origin, since, due, late } = wordsOfWork(item, role, speech);
  return (
    <tr data-changed={changed}>
      <th scope="row" data-column="what">
        <CaseLink item={item}>
          <span className={classes.what}>{what}</span>
          {origin === null ? null : <span className={classes.origin}>· {origin}</span>}
        </CaseLink>
      </th>
      <td data-column="mine" title={item.name}>
        {item.name} <span className={classes.id}>{item.mineId}</span>
      </td>
      <td data-column="status">
        <StatusMark status={item.status} />
      </td>
      <td data-column="region">{speech.words.place(item.region)}</td>
      <td data-column="assignee" title={item.assignee ?? undefined}>
        {item.assignee === null ? <span className="quiet">{t('common.nobody')}</span> : nameOf(item.assignee)}
      </td>
      <td data-column="since" title={speech.time(item.since)}>
        {since}
      </td>
      <td data-column="due">
        {due === null ? (
          <span className="quiet">{t('common.nothing')}</span>
        ) : (
          <span className={classes.due}>
            {late === null ? null : <LateMark late={late} />}
            <span className={late === null ? undefined : 'quiet'}>{due}</span>
          </span>
        )}
      </td>
    </tr>
  );
}
