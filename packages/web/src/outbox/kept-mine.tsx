import type { ReactNode } from 'react';
import type { MineDetail } from '../api/answers.ts';
import { Unreachable } from '../api/problem.ts';
import { useMine } from '../api/queries.ts';
import { Loading } from '../design/states.tsx';
import { CaseWordings } from '../language/procedure-wordings.tsx';
import { MineFailure } from '../shell/mine-failure.tsx';
import { useOffline } from './use-offline.ts';

/** A mine whose page opens without a line: what was read of it stays readable, and what the server says of it counts. */
export function KeptMine({
  mineId,
  children,
}: {
  readonly mineId: string;
  readonly children: (mine: MineDetail) => ReactNode;
}) {
  const mine = useMine(mineId);
  useOffline();
  if (mine.isError && (!mine.data || !(mine.error instanceof Unreachable))) {
    return <MineFailure error={mine.error} onRetry={() => void mine.refetch()} />;
  }
  if (!mine.data) return <Loading lines={8} />;
  return <CaseWordings mine={mine.data}>{children(mine.data)}</CaseWordings>;
}
