import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BottleneckAnalysis } from '../../api/answers.ts';
import { Sideways } from '../../design/sideways.tsx';
import { useWords } from '../../language/use-words.ts';
import { closuresOf } from '../../statistics/closures-of.ts';
import { Counted } from '../../statistics/counted.tsx';
import { useLasted } from '../../statistics/use-lasted.ts';
import type { StudioSearch } from '../studio-search.ts';
import tables from '../tables.module.css';

type State = BottleneckAnalysis['states'][number];

const shares = ['tenth', 'quarter', 'half', 'threeQuarters', 'nineOfTen'] as const;

/** By which day which share of the stays in each state is over, with limits; each state leads to the closures that have been in it. */
export function StaysTable({ states, search }: { readonly states: readonly State[]; readonly search: StudioSearch }) {
  const { t } = useTranslation();
  const { state: nameOf } = useWords();
  const closures = closuresOf(search);
  return (
    <Sideways label={t('studio.stays.tableLabel')}>
      <table className={tables.table}>
        <caption>{t('studio.stays.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('statistics.perState.state')}</th>
            <th scope="col" className="numeric">
              {t('studio.stays.stays')}
            </th>
            <th scope="col" className="numeric">
              {t('studio.stays.notOver')}
            </th>
            {shares.map((share) => (
              <th key={share} scope="col" className="numeric">
                {t(`studio.stays.${share}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {states.map((line) => (
            <tr key={line.state}>
              <th scope="row">
                <Link to="/closures" search={{ ...closures, been: line.state }}>
                  {nameOf('operation', line.state)}
                </Link>
                {line.lengths.small ? <span className="quiet"> {t('statistics.groups.small')}</span> : null}
              </th>
              <td className="numeric">
                <Counted count={line.stays} query={line.explain?.stays} />
              </td>
              <td className="numeric">
                <Counted count={line.staysGoingOn} query={line.explain?.staysGoingOn} />
              </td>
              {[
                line.tenthPercentile,
                line.firstQuartile,
                line.median,
                line.thirdQuartile,
                line.ninetiethPercentile,
              ].map((when, index) => (
                <td key={shares[index]} className="numeric">
                  <ByDay when={when} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

function ByDay({ when: { value, lower, upper } }: { readonly when: State['median'] }) {
  const { t } = useTranslation();
  const lasted = useLasted();
  const day = (at: number | null) => (at === null ? t('statistics.unknown') : lasted(at));
  return (
    <>
      {day(value)}
      {lower === null && upper === null ? null : (
        <span className={tables.beneath}>{t('studio.stays.limits', { lower: day(lower), upper: day(upper) })}</span>
      )}
    </>
  );
}
