import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { EventAnswer, MineDetail } from '../api/answers.ts';
import { useHistory, useMine } from '../api/queries.ts';
import { useAsOf } from '../as-of/use-as-of.ts';
import { useSpeech } from '../case/speech.ts';
import { Button } from '../design/button.tsx';
import { Empty, Failure, Loading } from '../design/states.tsx';
import { CaseWordings } from '../language/procedure-wordings.tsx';
import { MineFailure } from '../shell/mine-failure.tsx';
import { ParentLink, YouAreHere } from '../shell/you-are-here.tsx';
import { PaperBody } from './paper-body.tsx';
import classes from './papers.module.css';
import { numberOf, type Paper, papersOf } from './papers-of.ts';
import { SignedScan } from './signed-scan.tsx';

/** The papers of a case, made from what is recorded: a list of them, or one of them ready to be printed and signed. */
export function PapersPage() {
  const { mineId } = useParams({ from: '/mines/$mineId/papers' });
  const mine = useMine(mineId);
  const history = useHistory(mineId, { limit: 500 });
  if (mine.isError) return <MineFailure error={mine.error} onRetry={() => void mine.refetch()} />;
  if (history.isError) return <Failure error={history.error} onRetry={() => void history.refetch()} />;
  if (mine.isPending || history.isPending) return <Loading lines={10} />;
  const events = history.data.pages.flatMap(({ items }) => items);
  return (
    <CaseWordings mine={mine.data}>
      <Papers mine={mine.data} events={events} />
    </CaseWordings>
  );
}

function Papers({ mine, events }: { readonly mine: MineDetail; readonly events: readonly EventAnswer[] }) {
  const { t } = useTranslation();
  const { paper: kind, id } = useSearch({ from: '/mines/$mineId/papers' });
  const papers = papersOf(mine, events);
  const chosen = papers.find((paper) => paper.kind === kind && (id === undefined || paper.id === id));
  const { mineId } = mine;
  return (
    <div className={classes.page}>
      <title>{`${t('papers.title')} · ${mine.name} · ${t('common.product')}`}</title>
      <YouAreHere className="on-screen-only">
        <ParentLink to="/mines/$mineId" params={{ mineId }}>
          {mine.name}
        </ParentLink>
        {chosen ? (
          <ParentLink to="/mines/$mineId/papers" params={{ mineId }} search={{}}>
            {t('papers.title')}
          </ParentLink>
        ) : (
          t('papers.title')
        )}
      </YouAreHere>
      {chosen ? <OnePaper mine={mine} events={events} paper={chosen} /> : <List mine={mine} papers={papers} />}
    </div>
  );
}

function List({ mine, papers }: { readonly mine: MineDetail; readonly papers: readonly Paper[] }) {
  const { t } = useTranslation();
  const speech = useSpeech(mine.asOf);
  const { mineId } = mine;
  if (papers.length === 0) return <Empty title={t('papers.none')} wholePage />;
  return (
    <>
      <h1>{t('papers.title')}</h1>
      <p className="quiet">{t('papers.intro')}</p>
      <ul className={classes.list}>
        {papers.map((paper) => (
          <li key={`${paper.kind}-${paper.id}`}>
            <Link to="/mines/$mineId/papers" params={{ mineId }} search={{ paper: paper.kind, id: paper.id }}>
              {t(`papers.kind.${paper.kind}`)}
            </Link>
            <span className="quiet">
              {[numberOf(paper, mine), ...(paper.event ? [speech.day(paper.event.occurredAt)] : [])].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function OnePaper({
  mine,
  events,
  paper,
}: {
  readonly mine: MineDetail;
  readonly events: readonly EventAnswer[];
  readonly paper: Paper;
}) {
  const { t } = useTranslation();
  const speech = useSpeech(mine.asOf);
  const { demonstration, kind } = useAsOf();
  const number = numberOf(paper, mine);
  return (
    <>
      <div className={classes.buttons}>
        <Button kind="primary" onClick={() => print()}>
          {t('papers.print')}
        </Button>
      </div>
      <article className={classes.paper}>
        {demonstration ? <p className={classes.mark}>{t('common.demonstration.print')}</p> : null}
        <header className={classes.head}>
          <h1>{t(`papers.kind.${paper.kind}`)}</h1>
          <p>{t('papers.number', { number })}</p>
        </header>
        <PaperBody mine={mine} events={events} paper={paper} />
        <footer className={classes.foot}>
          {t('papers.made', {
            asOf: speech.time(mine.asOf),
            position: paper.event?.position ?? mine.position,
          })}
        </footer>
      </article>
      {kind === 'today' ? (
        <SignedScan mineId={mine.mineId} name={`${t(`papers.kind.${paper.kind}`)} ${number}`} />
      ) : null}
    </>
  );
}
