import { useTranslation } from 'react-i18next';
import type { WorkItemAnswer } from '../api/answers.ts';
import type { Speech } from '../case/speech.ts';
import { StatusMark } from '../design/status-mark.tsx';
import { useSession } from '../session/session.ts';
import { CaseLink } from './case-link.tsx';
import { LateMark } from './late-mark.tsx';
import { usePersonName } from './use-person-name.ts';
import classes from './work-cards.module.css';
import { keyOf, type WorkGroup } from './work-groups.ts';
import { wordsOfWork } from './work-words.ts';

/** The queue as lists for a phone: what the table's line says, in a few short lines. */
export function WorkCards({
  groups,
  changed,
  speech,
}: {
  readonly groups: readonly WorkGroup[];
  readonly changed: ReadonlySet<string>;
  readonly speech: Speech;
}) {
  const { t } = useTranslation();
  return groups.map(({ name, items }) => (
    <section key={name} className={classes.group}>
      <h2>{t(`work.group.${name}`)}</h2>
      <ul className={classes.cards}>
        {items.map((item) => (
          <li key={keyOf(item)} data-changed={changed.has(item.mineId)}>
            <Card item={item} speech={speech} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Card({ item, speech }: { readonly item: WorkItemAnswer; readonly speech: Speech }) {
  const { t } = useTranslation();
  const role = useSession()?.role ?? 'analyst';
  const nameOf = usePersonName();
  const { what, origin, since, due, late } = wordsOfWork(item, role, speech);
  const who = item.assignee === null ? t('work.withNobody') : t('work.with', { who: nameOf(item.assignee) });
  return (
    <CaseLink item={item} className={classes.card}>
      <span className={classes.what}>{what}</span>
      {origin === null ? null : <span className="quiet">{origin}</span>}
      {due === null ? null : (
        <span className={classes.due}>
          {late === null ? null : <LateMark late={late} />}
          <span className={late === null ? undefined : 'quiet'}>{due}</span>
        </span>
      )}
      <span className={classes.mine}>
        {item.name} <span className="quiet">{item.mineId}</span>
        <StatusMark status={item.status} />
      </span>
      <span className="quiet">
        {[speech.words.place(item.region), who, t('work.since', { day: since })].join(' · ')}
      </span>
    </CaseLink>
  );
}
