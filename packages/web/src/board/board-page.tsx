import { useTranslation } from 'react-i18next';
import { useMines } from '../api/queries.ts';

export function BoardPage() {
  const { t } = useTranslation();
  const mines = useMines({});
  return (
    <h1>
      {t('board.title')} {mines.data?.total}
    </h1>
  );
}
