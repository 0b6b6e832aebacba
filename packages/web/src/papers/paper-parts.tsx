import { amountText } from '@rectify/words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../api/answers.ts';
import { useWords } from '../language/use-words.ts';
import classes from './papers.module.css';

/** Terms with what they are, one below the other; what is not known is left out. */
export function Facts({ facts }: { readonly facts: readonly (readonly [term: string, value: ReactNode])[] }) {
  return (
    <dl className={classes.facts}>
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** The operator, as what a paper speaks of it, and the mine. */
export function Party({ mine, as }: { readonly mine: MineDetail; readonly as: 'to' | 'from' | 'inspected' }) {
  const { t } = useTranslation();
  const { place } = useWords();
  return (
    <Facts
      facts={[
        [t(`papers.party.${as}`), mine.operator.name],
        [
          t('papers.mine'),
          t('papers.mineSaid', {
            name: mine.name,
            id: mine.mineId,
            place: place(mine.region),
            capacity: amountText(mine.capacity),
          }),
        ],
        [t('papers.site'), mine.detail.site],
      ]}
    />
  );
}

/** Lines to be signed on: who, and when. */
export function Signatures({ who }: { readonly who: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <div className={classes.signatures}>
      {who.map((person) => (
        <div key={person}>
          <span className={classes.line} />
          <span className={classes.line} />
          <span>{person}</span>
          <span>{t('papers.date')}</span>
        </div>
      ))}
    </div>
  );
}
