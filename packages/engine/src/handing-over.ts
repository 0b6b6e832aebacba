import type { Engine } from './engine.ts';
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
  engine: Pick<Engine, 'load' | 'previewEvent'>,
  { person, from, to, note, mineIds }: HandOver,
): Promise<HandedOver[]> {
  const cases: HandedOver[] = [];
  for (const mineId of mineIds) {
    const another = await assignedToAnother(engine, mineId, from);
    const previewed = await engine.previewEvent({
      mineId,
      person,
      type: 'CaseHandedOver',
      data: { assignee: to, note },
    });
    const reasons = previewed.kind === 'rejected' ? whyRefused(previewed.rejection) : previewed.preview.reasons;
    cases.push(caseWith(mineId, [...another, ...reasons]));
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
    const another = await assignedToAnother(engine, mineId, from, (fact) => fact.commandId === commandId);
    if (another.length > 0) {
      cases.push(caseWith(mineId, another));
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

/** The reason against taking a case from somebody who does not have it any more, unless this very act handed it over. */
async function assignedToAnother(
  engine: Pick<Engine, 'load'>,
  mineId: string,
  from: string,
  done: (fact: { readonly commandId: string }) => boolean = () => false,
): Promise<Reason[]> {
  const loaded = await engine.load(mineId);
  if (!loaded || loaded.folded.mine.assignee === from || loaded.facts.some(done)) return [];
  return [
    {
      code: 'assigned-to-another',
      detail: `${from} does not have this case any more.`,
      who: 'supervisor',
      about: mineId,
    },
  ];
}
