import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MineList } from '../../api/answers.ts';
import { useMineWords } from '../../board/mine-words.ts';
import { QUIET_DAYS, stragglersAmong } from '../../campaigns/follow/straggling.ts';
import { Sideways } from '../../design/sideways.tsx';
import { daysText } from '../../language/durations.ts';
import classes from './daily.module.css';

/** The mines shut longest while nothing happens, with whose turn it is. */
export function StragglerTable({ mines }: { readonly mines: MineList }) {
  const { t } = useTranslation();
  const wordsOf = useMineWords();
  const stragglers = stragglersAmong(mines.items);
  return (
    <section className={classes.part}>
      <h2>{t('follow.stragglers.title')}</h2>
      {stragglers.length === 0 ? (
        <p>
          {mines.items.length === 0
            ? t('campaigns.cases.noneShut')
            : t('follow.stragglers.none', { count: QUIET_DAYS })}
        </p>
      ) : (
        <>
          <p>
            {t(mines.next === undefined ? 'follow.stragglers.some' : 'follow.stragglers.moreThan', {
              count: stragglers.length,
              days: daysText(QUIET_DAYS, t),
            })}
          </p>
          <Sideways label={t('daily.stragglers.label')} className={classes.scroll}>
            <table className={classes.table}>
              <thead>
                <tr>
                  {(['mine', 'stands', 'last', 'turn', 'due'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`daily.stragglers.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {stragglers.map(({ mine }) => {
                  const { region, days, waitingOn, changedOn, change, due, late } = wordsOf(mine);
                  return (
                    <tr key={mine.mineId}>
                      <th scope="row">
                        <Link to="/mines/$mineId" params={{ mineId: mine.mineId }}>
                          {mine.name}
                        </Link>
                        <span className={classes.beneath}>{`${mine.mineId} · ${region}`}</span>
                      </th>
                      <td>
                        {t(`domain.status.${mine.status}`)}
                        <span className={classes.beneath}>{days}</span>
                      </td>
                      <td>
                        {change}
                        <span className={classes.beneath}>{changedOn}</span>
                      </td>
                      <td>{waitingOn}</td>
                      <td>
                        {due}
                        {late ? <strong className={classes.beneath}>{late}</strong> : null}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </Sideways>
        </>
      )}
    </section>
  );
}
