import { useTranslation } from 'react-i18next';
import { Empty, Failure } from '../design/states.tsx';
import { useSession } from '../session/session.ts';
import { ParentLink } from './you-are-here.tsx';

/** An address that leads nowhere, why that may be, and where to go instead. */
export function NotFound({ why }: { readonly why?: string | undefined }) {
  const { t } = useTranslation();
  const owner = useSession()?.role === 'owner';
  return (
    <Empty title={t('common.state.notFound')} wholePage>
      <p>{t('common.state.notFoundDetail')}</p>
      {why === undefined ? null : <p>{why}</p>}
      <ParentLink to={owner ? '/my' : '/mines'}>
        {owner ? t('common.state.toMine') : t('common.state.toMines')}
      </ParentLink>
    </Empty>
  );
}

/** Something that should not happen, happened while drawing a page. */
export function UnexpectedError({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  return <Failure error={error} onRetry={reset} />;
}
