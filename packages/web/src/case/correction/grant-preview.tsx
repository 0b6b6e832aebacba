import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../../api/answers.ts';
import { useGrantPreview } from '../../api/queries.ts';
import { Failure, Loading } from '../../design/states.tsx';
import { CorrectionPreview } from './correction-preview.tsx';

/** What granting a request would change now, for the person who decides on it. */
export function GrantPreview({ mine, approvalId }: { readonly mine: MineDetail; readonly approvalId: string }) {
  const { t } = useTranslation();
  const preview = useGrantPreview(mine.mineId, approvalId);
  if (preview.isError) return <Failure error={preview.error} onRetry={() => void preview.refetch()} />;
  return preview.data ? (
    <CorrectionPreview
      title={t('case.approvals.effects')}
      preview={preview.data}
      referred={unknown}
      takesFocus={false}
    />
  ) : (
    <Loading lines={3} />
  );
}

/** What ids stand for is not looked up here. */
function unknown(): null {
  return null;
}
