import { amountText, dueText } from '@rectify/words';
import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../../api/answers.ts';
import { useWords } from '../../language/use-words.ts';
import { Section } from '../section.tsx';
import { useSpeech } from '../speech.ts';
import classes from './file.module.css';

/** The power direction in force and the move under way, if any. */
export function Power({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const words = useWords();
  const speech = useSpeech(mine.asOf);
  const { direction, relocation } = mine.detail.power;
  if (!direction && !relocation) return null;
  return (
    <Section title={t('case.power.title')}>
      <dl className={classes.terms}>
        {direction ? (
          <>
            <dt>{t('case.power.direction')}</dt>
            <dd>
              {direction.alternatives
                .map((alternative) => words.option('alternatives', alternative))
                .join(t('case.or'))}
              {direction.cap ? ` · ${t('case.power.cap', { amount: amountText(direction.cap) })}` : ''}
              {direction.curtailedTo ? '' : ` · ${dueText(direction.dueOn, speech)}`}
            </dd>
            <dt>{t('case.power.issued')}</dt>
            <dd>{speech.day(direction.issuedAt)}</dd>
            {direction.curtailedTo ? (
              <>
                <dt>{t('case.power.curtailedTo')}</dt>
                <dd>
                  {amountText(direction.curtailedTo)} ·{' '}
                  {direction.verifiedAt
                    ? t('case.power.verified', { day: speech.near(direction.verifiedAt) })
                    : t('case.power.notVerified')}
                </dd>
              </>
            ) : null}
            {direction.breachedAt ? (
              <>
                <dt>{t('case.power.breached')}</dt>
                <dd>{speech.near(direction.breachedAt)}</dd>
              </>
            ) : null}
          </>
        ) : null}
        {relocation ? (
          <>
            <dt>{t('case.power.moving')}</dt>
            <dd>
              {t('case.power.movingTo', {
                destination: relocation.destination,
                day: speech.near(relocation.startedAt),
              })}
            </dd>
          </>
        ) : null}
      </dl>
    </Section>
  );
}
