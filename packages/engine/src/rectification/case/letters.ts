import type { Document } from '../events/values.ts';
import type { MineEvent } from '../mine-event.ts';

/** Where a guarantee letter stands. */
export type LetterStatus = 'demanded' | 'signed' | 'accepted' | 'breached' | 'declined' | 'withdrawn';

/** One guarantee letter: an undertaking demanded of the owner. */
export interface Letter {
  readonly letterId: string;
  readonly status: LetterStatus;
  readonly since: string;
  /** The cycle it was demanded in: letters of earlier cycles do not count for reopening. */
  readonly cycle: number;
  readonly text: string;
  readonly dueOn: string;
  readonly onBehalfOf: string | null;
  readonly legalBasis: string | null;
  /** Why it was demanded. */
  readonly demandedFor: string | null;
  readonly document: Document | null;
  /** Why it was breached, declined or withdrawn. */
  readonly reason: string | null;
}

/** The letters of a mine in the order demanded. */
export type Letters = readonly Letter[];

/** From which statuses each event leads on: statechart.md, "Requirements, licences, letters, flags". */
export const letterFrom: Readonly<Record<string, readonly LetterStatus[]>> = {
  GuaranteeLetterSigned: ['demanded'],
  GuaranteeLetterAccepted: ['signed'],
  GuaranteeLetterBreached: ['signed', 'accepted'],
  GuaranteeLetterDeclined: ['demanded'],
  GuaranteeLetterWithdrawn: ['demanded', 'breached', 'declined'],
};

/** The letter that reopening depends on: the latest demanded in this cycle and not withdrawn. */
export function letterThatCounts(letters: Letters, cycle: number): Letter | undefined {
  return letters.findLast((letter) => letter.cycle === cycle && letter.status !== 'withdrawn');
}

/** The letters after an event. */
export function lettersAfter(letters: Letters, event: MineEvent, cycle: number): Letters {
  const since = event.occurredAt;
  switch (event.type) {
    case 'GuaranteeLetterDemanded': {
      const { letterId, text, dueOn, onBehalfOf, legalBasis, reason } = event.data;
      const demanded: Letter = {
        letterId,
        status: 'demanded',
        since,
        cycle,
        text,
        dueOn,
        onBehalfOf: onBehalfOf ?? null,
        legalBasis: legalBasis ?? null,
        demandedFor: reason ?? null,
        document: null,
        reason: null,
      };
      return [...letters, demanded];
    }
    case 'GuaranteeLetterSigned':
      return change(letters, event.data.letterId, { status: 'signed', since, document: event.data.document });
    case 'GuaranteeLetterAccepted':
      return change(letters, event.data.letterId, { status: 'accepted', since });
    case 'GuaranteeLetterBreached':
      return change(letters, event.data.letterId, { status: 'breached', since, reason: event.data.reason });
    case 'GuaranteeLetterDeclined':
      return change(letters, event.data.letterId, { status: 'declined', since, reason: event.data.reason });
    case 'GuaranteeLetterWithdrawn':
      return change(letters, event.data.letterId, { status: 'withdrawn', since, reason: event.data.reason });
    default:
      return letters;
  }
}

function change(letters: Letters, letterId: string, changes: Partial<Letter>): Letters {
  return letters.map((letter) => (letter.letterId === letterId ? { ...letter, ...changes } : letter));
}
