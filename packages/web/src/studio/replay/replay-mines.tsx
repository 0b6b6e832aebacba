import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/session.ts';
import { screensFor } from '../../shell/screens.ts';
import { MOST_MINES, minesNamed } from './several-search.ts';

/** Leads from a list to the histories of its mines side by side: of all of them, or of the first where there are too many. For those who go to the studio. */
export function ReplayMines({ mineIds }: { readonly mineIds: readonly string[] }) {
  const { t } = useTranslation();
  const role = useSession()?.role;
  const each = [...new Set(mineIds)];
  if (each.length === 0 || role === undefined || !screensFor(role).some(({ to }) => to === '/studio')) return null;
  const first = each.slice(0, MOST_MINES);
  return (
    <Link to="/studio/replay" search={minesNamed(first)} className="on-screen-only">
      {each.length > first.length
        ? t('closures.replay.firstMines', { count: first.length })
        : t('closures.replay.theseMines', { count: first.length })}
    </Link>
  );
}
