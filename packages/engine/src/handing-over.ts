import type { Engine } from './engine.ts';
import { foresee } from './foreseeing/foreseeing.ts';
import type { Reason } from './rectification/reason.ts';
import type { Person } from './rectification/roles.ts';
import { whyRefused } from './rejection.ts';

/** All cases of somebody who is away go to somebody else. */
export interface HandOver {
  readonly person: Person;
  /** Who has the cases now, and who is to have them. */
  readonly from: string;
  readonly to: string;
  readonly note?: string | undefined;
  /** The cases that were shown to whoever hands them over: no others are. */
  readonly mineIds: readonly string[];
}

/** What happens, or happened, to one case. */
export interface HandedOver {
  readonly mineId: string;
  readonly outcome: 'handed-over' | 'refused';
  /** Every reason why not; none if it is handed over. */
  readonly reasons: readonly Reason[];
}

/** What would happen to each case if they were handed over now. Stores nothing. */
export async function previewHandOver(
  engine: Pick<Engine, 'load' | 'procedures'>,
  { person, from, to, note, mineIds }: HandOver,
  now: string,
): Promise<HandedOver[]> {
  const procedures = await engine.procedures();
  const cases: HandedOver[] = [];
  for (const mineId of mineIds) {
    const mine = await engine.load(mineId);
    if (!mine) {
      cases.push(caseWith(mineId, whyRefused({ code: 'unknown-mine', mineId })));
      continue;
    }
    const sent = { type: 'CaseHandedOver', data: { assignee: to, note } };
    const { folded, facts } = mine;
    const foreseen = foresee({ folded, facts: () => facts }, sent, person, { now, procedures });
    const reasons = foreseen.outcome === 'refused' ? foreseen.reasons : [];
    cases.push(caseWith(mineId, [...(folded.mine.assignee === from ? [] : [hasItNoMore(mineId, from)]), ...reasons]));
  }
  return cases;
}

/**
 * Hands the cases over, one command each, whose id follows from the key and the case: the same again has one effect. A case that somebody else
 * has meanwhile is left to them.
 */
export async function handOver(
  engine: Pick<Engine, 'load' | 'send'>,
  { person, from, to, note, mineIds }: HandOver,
  key: string,
): Promise<HandedOver[]> {
  const cases: HandedOver[] = [];
  for (const mineId of mineIds) {
    const commandId = `${key}/${mineId}`;
    const mine = await engine.load(mineId);
    const isDone = mine?.facts.some((fact) => fact.commandId === commandId);
    if (mine && !isDone && mine.folded.mine.assignee !== from) {
      cases.push(caseWith(mineId, [hasItNoMore(mineId, from)]));
      continue;
    }
    const outcome = await engine.send({
      mineId,
      person,
      type: 'CaseHandedOver',
      data: { assignee: to, note },
      commandId,
      correlationId: key,
    });
    cases.push(caseWith(mineId, outcome.kind === 'rejected' ? whyRefused(outcome.rejection) : []));
  }
  return cases;
}

function caseWith(mineId: string, reasons: readonly Reason[]): HandedOver {
  return { mineId, outcome: reasons.length === 0 ? 'handed-over' : 'refused', reasons };
}

/** The reason against taking a case from somebody who does not have it any more. */
function hasItNoMore(mineId: string, from: string): Reason {
  return {
    code: 'assigned-to-another',
    detail: `${from} does not have this case any more.`,
    who: 'supervisor',
    about: mineId,
  };
}
