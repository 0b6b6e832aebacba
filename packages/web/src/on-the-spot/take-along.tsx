import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { useHere } from '../outbox/use-here.ts';
import classes from './on-the-spot.module.css';
import { useTaken } from './use-taken.ts';

/** Takes a case along, so that it opens without a line, or leaves it here. */
export function TakeAlong({ mineId }: { readonly mineId: string }) {
  const { t } = useTranslation();
  const here = useHere();
  const { taken, takeAlong, leave } = useTaken();
  return taken.includes(mineId) ? (
    <div className={classes.taken}>
      <p role="status">{t('spot.taken', { here })}</p>
      <Button kind="quiet" onClick={() => leave(mineId)}>
        {t('spot.leave')}
      </Button>
    </div>
  ) : (
    <div className={classes.taken}>
      <Button onClick={() => takeAlong(mineId)}>{t('spot.take')}</Button>
      <p className="quiet">{t('spot.takeHint')}</p>
    </div>
  );
}
