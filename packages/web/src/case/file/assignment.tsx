import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../../api/answers.ts';
import { useNext } from '../../api/queries.ts';
import { useAsOf } from '../../as-of/use-as-of.ts';
import { Button } from '../../design/button.tsx';
import { useWords } from '../../language/use-words.ts';
import { usePersonName } from '../../work/use-person-name.ts';
import { Section } from '../section.tsx';
import classes from './file.module.css';

const acts = ['CaseAssigned', 'CaseHandedOver'] as const;

/** Who has the case, whom it waits on, and how it is given to somebody. */
export function Assignment({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const words = useWords();
  const nameOf = usePersonName();
  const navigate = useNavigate({ from: '/mines/$mineId' });
  const today = useAsOf().kind === 'today';
  const next = useNext(mine.mineId, { enabled: today });
  const possible = acts.filter((act) => today && next.data?.possible.some(({ type }) => type === act));
  const { assignee, waitingOn, waitingOnOffice } = mine;
  return (
    <Section title={t('case.tabs.assignment')}>
      <dl className={classes.terms}>
        <dt>{t('case.header.assignee')}</dt>
        <dd>{assignee === null ? t('common.nobody') : nameOf(assignee)}</dd>
        <dt>{t('case.clock.waitingOn')}</dt>
        <dd>
          {waitingOn === 'authority' ? words.office(waitingOnOffice ?? 'not stated') : t(`domain.party.${waitingOn}`)}
        </dd>
      </dl>
      {possible.length > 0 ? (
        <div className={classes.acts}>
          {possible.map((act) => (
            <Button key={act} onClick={() => void navigate({ search: (now) => ({ ...now, act }), resetScroll: false })}>
              {words.verb(act)}
            </Button>
          ))}
        </div>
      ) : null}
    </Section>
  );
}
