import { useTranslation } from 'react-i18next';
import { useBehind } from '../api/behind.ts';
import { useHealth } from '../api/read-side.ts';
import { useDates } from '../language/use-words.ts';
import { RebuildText } from '../server/rebuild-text.tsx';
import { useSession } from '../session/session.ts';
import classes from './behind-banner.module.css';

/** Says since when lists lack something, for as long as they do, or how far they are while they are filled; to those who run the server also how far lists are built anew. */
export function BehindBanner() {
  const { t } = useTranslation();
  const dates = useDates();
  const { since, filling } = useBehind();
  const admin = useSession()?.role === 'admin';
  const { data: health } = useHealth({ enabled: since !== null || filling || admin });
  const rebuilding = since !== null || filling || admin ? health?.rebuilding : null;
  return (
    <div role="status" className={since !== null || rebuilding ? classes.banner : undefined}>
      {since === null ? null : (
        <p>
          <strong>{t('server.behind', { since: dates.time(since) })}</strong> {t('server.behindDetail')}
        </p>
      )}
      {rebuilding ? (
        <p>
          <RebuildText progress={rebuilding} />
        </p>
      ) : null}
    </div>
  );
}
