import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MineChange } from '../../api/answers.ts';
import { useWords } from '../../language/use-words.ts';
import classes from './daily.module.css';
import type { Becoming } from './reported.ts';

/** Which mines changed since the day before, by what became of them. */
export function Became({
  became,
  more,
  since,
}: {
  readonly became: ReadonlyMap<Becoming, readonly MineChange[]>;
  /** Not all fitted into the answer. */
  readonly more: boolean;
  readonly since: string;
}) {
  const { t } = useTranslation();
  const { place } = useWords();
  return (
    <section className={classes.part}>
      <h2>{t('daily.became.title', { since })}</h2>
      {became.size === 0 ? <p>{t('daily.became.none')}</p> : null}
      <dl className={classes.became}>
        {[...became].map(([becoming, mines]) => (
          <div key={becoming}>
            <dt>{t('daily.became.of', { what: t(`daily.became.${becoming}`), count: mines.length })}</dt>
            <dd>
              <ul className={classes.mines}>
                {mines.map(({ mineId, name, region }) => (
                  <li key={mineId}>
                    <Link to="/mines/$mineId" params={{ mineId }}>
                      {name}
                    </Link>{' '}
                    {`${mineId} · ${place(region)}`}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
      {more ? <p>{t('daily.became.more')}</p> : null}
    </section>
  );
}
