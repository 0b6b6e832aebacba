import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNext } from '../api/queries.ts';
import { useAsOf } from '../as-of/use-as-of.ts';
import { isLasting } from '../case/actions/order.ts';
import { useWords } from '../language/use-words.ts';
import { useSession } from '../session/session.ts';
import type { PaletteCommand } from './command.ts';

/** What can be done about the case that is open, each opening its form there; nothing elsewhere and while the page looks back. */
export function useCaseCommands(): readonly PaletteCommand[] {
  const { t } = useTranslation();
  const { verb } = useWords();
  const navigate = useNavigate();
  const { mineId } = useParams({ strict: false });
  const owner = useSession()?.role === 'owner';
  const today = useAsOf().kind === 'today';
  const asked = mineId !== undefined && !owner && today;
  const next = useNext(mineId ?? '', { enabled: asked });
  if (!asked) return [];
  // A request is answered where it stands, not by a verb alone.
  const possible = (next.data?.possible ?? [])
    .filter(({ type }) => !type.startsWith('Approval'))
    .toSorted((a, b) => Number(isLasting(a.type)) - Number(isLasting(b.type)));
  return possible.map(({ type, needsApproval }) => ({
    id: `act ${type}`,
    group: 'actions',
    text: verb(type),
    ...(needsApproval && { note: t('common.needsApproval') }),
    run: () => void navigate({ to: '/mines/$mineId', params: { mineId }, search: { act: type } }),
  }));
}
