import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { useKeptActs } from './kept-acts.ts';
import classes from './outbox.module.css';
import { useHere } from './use-here.ts';
import { useSending, useSendNow } from './use-sending.ts';

/** Says how much is not sent yet, and sends it as soon as there is a line. */
export function OutboxBanner() {
  const { t } = useTranslation();
  const here = useHere();
  const waiting = useKeptActs().filter(({ state }) => state === 'waiting').length;
  const { sending, send } = useSendNow();
  useSending();
  return (
    <div role="status" className={waiting > 0 ? classes.banner : undefined}>
      {waiting > 0 ? (
        <>
          <p>{t('outbox.banner', { count: waiting, here })}</p>
          <Button onClick={send} disabled={sending}>
            {t('outbox.sendNow')}
          </Button>
        </>
      ) : null}
    </div>
  );
}
