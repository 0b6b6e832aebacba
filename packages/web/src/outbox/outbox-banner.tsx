import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { useSession } from '../session/session.ts';
import { useKeptActs } from './kept-acts.ts';
import classes from './outbox.module.css';
import { useHere } from './use-here.ts';
import { useSending, useSendNow } from './use-sending.ts';

/** Says how much is not sent yet, and sends it as soon as there is a line; and what the server returned, leading there. */
export function OutboxBanner() {
  const { t } = useTranslation();
  const here = useHere();
  const owner = useSession()?.role === 'owner';
  const acts = useKeptActs();
  const waiting = acts.filter(({ state }) => state === 'waiting').length;
  const [returned, ...others] = acts.filter(({ state }) => state === 'refused');
  const { sending, send } = useSendNow();
  useSending();
  return (
    <div role="status" className={waiting > 0 || returned ? classes.banner : undefined}>
      {waiting > 0 ? (
        <>
          <p>{t('outbox.banner', { count: waiting, here })}</p>
          <Button onClick={send} disabled={sending}>
            {t('outbox.sendNow')}
          </Button>
        </>
      ) : null}
      {returned ? (
        <p>
          <Link to={owner ? '/my/$mineId' : '/mines/$mineId/inspection'} params={{ mineId: returned.mineId }}>
            {t('outbox.returned', { count: others.length + 1, mine: returned.mineName })}
          </Link>
        </p>
      ) : null}
    </div>
  );
}
