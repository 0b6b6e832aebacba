import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../api/answers.ts';
import { useSpeech } from '../case/speech.ts';
import classes from './appeal-line.module.css';
import { appealStanding } from './appeal-standing.ts';
import { Chevron } from './chevron.tsx';
import { untilText } from './until-text.ts';

/** On a phone, where the appeal stands far below: until when one can appeal, or that one has, leading there. */
export function AppealLine({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const speech = useSpeech(mine.asOf);
  const standing = appealStanding(mine);
  if (standing.stage === 'none') return null;
  return (
    <a href="#appeal" className={classes.line}>
      {standing.stage === 'open'
        ? standing.until && standing.until.dueOn !== null
          ? untilText(standing.until.dueOn, speech)
          : t('owner.appeal.possible')
        : standing.stage === 'pending'
          ? t('owner.appeal.pending', { day: speech.day(standing.appeal.lodgedAt) })
          : t('owner.appeal.line')}
      <Chevron />
    </a>
  );
}
