import { told } from '@rectify/words';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventAnswer, MineDetail } from '../api/answers.ts';
import type { useHistory } from '../api/queries.ts';
import { newestFirst, type StandingEvent } from '../case/course.ts';
import { type Speech, useSpeech } from '../case/speech.ts';
import { CorrectionMark } from '../case/timeline/correction-mark.tsx';
import { SourceMark } from '../case/timeline/source-mark.tsx';
import { Button } from '../design/button.tsx';
import { Failure, Loading } from '../design/states.tsx';
import { TruthMark } from '../design/truth-mark.tsx';
import { useSession } from '../session/session.ts';
import { Section } from './section.tsx';
import { AsFiled } from './step-lines.tsx';
import classes from './timeline.module.css';

/** How many entries are shown before the rest is asked for. */
const FIRST = 8;

/** What happened, newest first, in plain words: who by office, never by name. */
export function Timeline({
  mine,
  history,
}: {
  readonly mine: MineDetail;
  readonly history: ReturnType<typeof useHistory>;
}) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  if (history.isPending) {
    return (
      <Section title={t('owner.timeline.title')}>
        <Loading lines={6} />
      </Section>
    );
  }
  if (history.isError) {
    return (
      <Section title={t('owner.timeline.title')}>
        <Failure error={history.error} onRetry={() => void history.refetch()} />
      </Section>
    );
  }
  // A history tells of corrections made later, too; they stand beside what they correct.
  const events = newestFirst(history.data.pages.flatMap(({ items }) => items)).filter(
    ({ occurredAt }) => Date.parse(occurredAt) <= Date.parse(mine.asOf),
  );
  const hidden = events.length - FIRST;
  return (
    <Section title={t('owner.timeline.title')}>
      {events.length === 0 ? <p>{t('owner.timeline.empty')}</p> : null}
      <ol className={classes.timeline} data-all={all}>
        {events.map((standing) => (
          <Entry key={standing.event.eventId} standing={standing} mine={mine} />
        ))}
      </ol>
      {hidden > 0 ? (
        <div className="on-screen-only">
          <Button onClick={() => setAll(!all)} aria-expanded={all}>
            {all ? t('owner.timeline.fewer') : t('owner.timeline.all', { count: hidden })}
          </Button>
        </div>
      ) : null}
      {all && history.hasNextPage ? (
        <div className="on-screen-only">
          <Button onClick={() => void history.fetchNextPage()} disabled={history.isFetchingNextPage}>
            {t('owner.timeline.more')}
          </Button>
        </div>
      ) : null}
    </Section>
  );
}

function Entry({ standing, mine }: { readonly standing: StandingEvent; readonly mine: MineDetail }) {
  const session = useSession();
  const speech = useSpeech(mine.asOf);
  const { event, occurredAt, occurredAtPrecision, data } = standing;
  const { sentence, about, filed } = told({ type: event.type, data }, mine, speech);
  return (
    <li className={classes.entry} data-void={standing.void}>
      <p className={classes.time}>{speech.time(occurredAt, occurredAtPrecision)}</p>
      <div className={classes.what}>
        <p>
          <span className={classes.sentence}>{sentence}</span>{' '}
          {event.type === 'LostCapacityReported' ? <TruthMark truth="reported" /> : null}
        </p>
        {about === null ? null : <p>{about}</p>}
        {filed === null ? null : <AsFiled text={filed} />}
        <p className={classes.by}>{byText(event, session?.id, speech)}</p>
        <div className={classes.marks}>
          {event.source ? <SourceMark source={event.source} /> : null}
          <CorrectionMark event={event} speech={speech} />
        </div>
      </div>
    </li>
  );
}

/** Who did it, and where the record comes from if it is not the case's own. */
function byText({ actor, approvedBy, source }: EventAnswer, me: string | undefined, { t, words }: Speech): string {
  const who =
    actor.role === 'owner'
      ? t(actor.id === me ? 'owner.timeline.byYou' : 'owner.timeline.byOwner')
      : actor.role === 'system'
        ? t('owner.timeline.bySystem')
        : t('owner.timeline.by', { office: words.office(actor.office) });
  return [
    who,
    ...(approvedBy ? [t('owner.timeline.agreed', { office: words.office(approvedBy.office) })] : []),
    ...(source && source.kind !== 'report' ? [t(`domain.source.${source.kind}`)] : []),
  ].join(' · ');
}
