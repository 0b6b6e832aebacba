import { maySee } from '../authorisation.ts';
import type { SendCommand } from '../commands.ts';
import type { Deciding, Sender } from '../draft.ts';
import type { Broken } from '../judging.ts';
import type { KnownMine } from '../known-mine.ts';
import { type Change, changesBetween } from '../rectification/changes.ts';
import { type EventData, type EventType, eventSchemas, isEventType } from '../rectification/events/events.ts';
import type { FoldedMine } from '../rectification/fold.ts';
import type { Procedures } from '../rectification/procedures/procedures.ts';
import type { Reason } from '../rectification/reason.ts';
import type { Rejection } from '../rejection.ts';
import { stepsAsIfGranted } from '../steps.ts';
import { dependentsOf, type Voiding } from './dependents.ts';

/** An event to be previewed: who would send what to which mine. Nothing is stored, so it has no key. */
export type PreviewCommand = Omit<SendCommand, 'commandId' | 'expectedRevision' | 'correlationId'>;

/** A correction to be previewed. */
export interface CorrectionPreviewCommand extends Pick<PreviewCommand, 'mineId' | 'person'> {
  /** The data of `FactCorrected`, not yet checked. */
  readonly data: unknown;
}

/** What an event would change if it were sent now and, under four eyes, granted at once. */
export interface Preview {
  readonly type: EventType;
  /** Another person would have to grant it. */
  readonly needsApproval: boolean;
  /** Every reason against it; none where it is possible. */
  readonly reasons: readonly Reason[];
  /** The events on file that would no longer be possible, each as it would stand, and why. */
  readonly impossible: readonly Broken[];
  /**
   * Of a correction that is not possible because others depend on what it changes: what has to be voided in the same correction to make it
   * so. Null where that does not help, or nothing is in the way.
   */
  readonly dependents: readonly Voiding[] | null;
  /** The instant at which it was decided. */
  readonly at: string;
  readonly before: FoldedMine;
  /** The mine afterwards; null where it is not possible. */
  readonly after: FoldedMine | null;
  /** How the effective history changes, in its order; none where it is not possible. */
  readonly changes: readonly Change[];
}

/** What became of asking for a preview: it is refused where sending would be, for what was sent or who sends it. */
export type PreviewOutcome =
  | { readonly kind: 'previewed'; readonly preview: Preview }
  | { readonly kind: 'rejected'; readonly rejection: Rejection };

/** When a preview is made, on which procedures, and where provisional ids come from. */
export interface PreviewCircumstances {
  readonly now: string;
  readonly procedures: Procedures;
  readonly newId: () => string;
}

/** Previews an event on a mine. Pure but for provisional ids: what it shows is what the fold gives once the same has been sent. */
export function previewOf(
  { mineId, person, ...sent }: PreviewCommand,
  mine: KnownMine | undefined,
  { now, procedures, newId }: PreviewCircumstances,
): PreviewOutcome {
  if (!mine || !maySee(person, mineId)) return { kind: 'rejected', rejection: { code: 'unknown-mine', mineId } };
  const { type, data } = sent;
  if (!isEventType(type)) return { kind: 'rejected', rejection: { code: 'unknown-event-type', type } };
  if (person.role === 'owner') return { kind: 'rejected', rejection: previewsAreForOfficials };
  const sender: Sender = { mineId, person, commandId: 'preview', newId };
  const deciding: Deciding = { now, procedures, hash: '', alone: true };
  const decided = (from: unknown) => stepsAsIfGranted(sender, { ...sent, data: from }, mine, deciding);
  const { steps, needsApproval } = decided(data);
  const about = { type, needsApproval, at: now, before: mine.folded };
  if (steps.kind === 'taken') {
    const { after } = steps;
    const changes = changesBetween(mine.facts, after.facts);
    return {
      kind: 'previewed',
      preview: { ...about, reasons: [], impossible: [], dependents: null, after: after.folded, changes },
    };
  }
  const { rejection, broken = [] } = steps;
  if (rejection.code !== 'illegal-transition' && rejection.code !== 'condition-not-met')
    return { kind: 'rejected', rejection };
  const correction = type === 'FactCorrected' ? eventSchemas.FactCorrected.safeParse(data).data : undefined;
  const dependents = correction ? dependentsOf((further) => decided(withFurther(correction, further)).steps) : null;
  const { reasons } = rejection;
  return {
    kind: 'previewed',
    preview: { ...about, reasons, impossible: broken, dependents, after: null, changes: [] },
  };
}

/** A correction with everything that depends on it voided too. */
function withFurther(
  { corrections, reason }: EventData<'FactCorrected'>,
  further: readonly Voiding[],
): EventData<'FactCorrected'> {
  return { corrections: [...corrections, ...further], reason };
}

const previewsAreForOfficials: Rejection = {
  code: 'forbidden',
  detail: 'As owner you cannot preview what an event would change.',
  who: ['inspector', 'supervisor', 'licensing', 'reviewer'],
};
