import { Navigate } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Health, type Rebuild, useBeginRebuild, useHealth, useRebuild } from '../api/read-side.ts';
import { Button } from '../design/button.tsx';
import { Failure, Loading, Notice } from '../design/states.tsx';
import { useDates, useLanguage } from '../language/use-words.ts';
import { useSession } from '../session/session.ts';
import { RebuildText } from './rebuild-text.tsx';
import classes from './server-page.module.css';

/** How the server does, for administrators: whether it is ready, how far its lists are, and building them anew. Nobody else has such a page. */
export function ServerPage() {
  return useSession()?.role === 'admin' ? <State /> : <Navigate to="/" replace />;
}

function State() {
  const { t } = useTranslation();
  const health = useHealth({ enabled: true });
  return (
    <div className={classes.page}>
      <title>{`${t('server.title')} · ${t('common.product')}`}</title>
      <h1>{t('server.title')}</h1>
      {health.isPending ? (
        <Loading lines={4} />
      ) : health.isError ? (
        <Failure error={health.error} onRetry={() => void health.refetch()} />
      ) : (
        <Standing health={health.data} />
      )}
      <Lists />
    </div>
  );
}

function Standing({ health: { status, reasons, position, behindSince } }: { readonly health: Health }) {
  const { t } = useTranslation();
  const dates = useDates();
  return (
    <>
      {status === 'ready' ? (
        <p className={classes.sentence}>{t('server.ready')}</p>
      ) : (
        <Notice kind="error" title={t('server.notReady')}>
          <ul lang="en">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Notice>
      )}
      <p>
        {behindSince === null
          ? t('server.whole', { position: position ?? t('common.nothing') })
          : t('server.behind', { since: dates.time(behindSince) })}
      </p>
    </>
  );
}

function Lists() {
  const { t } = useTranslation();
  const heading = useId();
  const rebuild = useRebuild();
  const begin = useBeginRebuild();
  const running = rebuild.data?.state === 'running';
  return (
    <section aria-labelledby={heading} className={classes.part}>
      <h2 id={heading}>{t('server.rebuild.title')}</h2>
      <p className={classes.text}>{t('server.rebuild.what')}</p>
      {rebuild.data ? <LastRebuild rebuild={rebuild.data} /> : null}
      {rebuild.isError ? <Failure error={rebuild.error} onRetry={() => void rebuild.refetch()} /> : null}
      {begin.isError ? <Failure error={begin.error} /> : null}
      <Button disabled={running || begin.isPending} onClick={() => begin.mutate()}>
        {t('server.rebuild.begin')}
      </Button>
    </section>
  );
}

function LastRebuild({ rebuild }: { readonly rebuild: Rebuild }) {
  const { t } = useTranslation();
  const count = new Intl.NumberFormat(useLanguage()).format(rebuild.events);
  switch (rebuild.state) {
    case 'none':
      return null;
    case 'running':
      return (
        <div className={classes.progress}>
          <progress value={rebuild.share} max={1} aria-label={t('server.rebuild.title')} />
          <p>
            <RebuildText progress={rebuild} />
          </p>
        </div>
      );
    case 'done':
      return <p role="status">{t('server.rebuild.done', { events: count })}</p>;
    case 'failed':
      return (
        <Notice kind="error" title={t('server.rebuild.failed')}>
          <p lang="en">{rebuild.detail}</p>
        </Notice>
      );
  }
}
