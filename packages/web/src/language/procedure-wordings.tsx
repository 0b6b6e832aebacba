import { noWordings, withCase } from '@rectify/words';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { MineDetail } from '../api/answers.ts';
import { useProcedures } from '../api/queries.ts';
import { useSession } from '../session/session.ts';

const Wordings = createContext(noWordings);
const Findings = createContext<MineDetail['detail']['findings']>([]);

/** What the procedures known here call their codes, for everything within; see {@link CaseWordings} for one case. */
export function KnownWordings({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const procedures = useProcedures({ enabled: session !== null });
  return <Wordings value={procedures.data?.wordings ?? noWordings}>{children}</Wordings>;
}

/** What the procedure of one case calls its codes, and what was found there, for everything within. */
export function CaseWordings({ mine, children }: { readonly mine: MineDetail; readonly children: ReactNode }) {
  const known = useContext(Wordings);
  const own = useMemo(() => withCase(known, mine.detail), [known, mine.detail]);
  return (
    <Wordings value={own}>
      <Findings value={mine.detail.findings}>{children}</Findings>
    </Wordings>
  );
}

/** The findings of the case that is spoken of here; none elsewhere. */
export function useFindings() {
  return useContext(Findings);
}

/** What codes of procedures are called, here. */
export function useWordings() {
  return useContext(Wordings);
}
