import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../api/answers.ts';
import { useSpeech } from '../case/speech.ts';
import { dueWords } from './due-words.ts';
import { nextStep } from './next-step.ts';
import { Act } from './own-acts.tsx';
import { RegionFigures } from './region-figures.tsx';
import { Section } from './section.tsx';

/** What happens next, in a sentence, who has until when, and how it went for others in the region. */
export function Next({ mine, past }: { readonly mine: MineDetail; readonly past: boolean }) {
  const { t } = useTranslation();
  const speech = useSpeech(mine.asOf);
  const { sentence, day, deadline } = nextStep(mine);
  const when = day === null ? '' : day.includes('T') ? speech.time(day) : speech.day(day);
  return (
    <Section title={t('owner.next.title')}>
      <p>
        {t(`owner.next.${sentence}`, { day: when })}
        {deadline ? (
          <>
            {t('common.list.sentences')}
            {deadline.office
              ? t('owner.next.office', {
                  office: speech.words.office(deadline.office),
                  due: dueWords(deadline.dueOn, speech, 'theirs'),
                })
              : t('owner.next.you', { due: dueWords(deadline.dueOn, speech, 'yours') })}
          </>
        ) : null}
      </p>
      {mine.shut && !past ? <RegionFigures mine={mine} speech={speech} /> : null}
      {sentence === 'resume' ? (
        <div>
          <Act type="OperationResumed" />
        </div>
      ) : null}
    </Section>
  );
}
