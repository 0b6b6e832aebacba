import { useTranslation } from 'react-i18next';
import { useConnection } from '../api/live.ts';
import classes from './connection-banner.module.css';

/** Says that the server's news do not come through, for as long as they do not. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const lost = useConnection() === 'lost';
  return (
    <div role="status" className={lost ? classes.banner : undefined}>
      {lost ? t('common.live.lost') : null}
    </div>
  );
}
