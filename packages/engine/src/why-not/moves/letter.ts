import { freshId } from '../../fresh-id.ts';
import { letterFrom, letterThatCounts } from '../../rectification/case/letters.ts';
import { type Moment, type Moves, move } from '../move.ts';
import { dayAfter, document, text } from './stand-ins.ts';

/** Moves of guarantee letters: of those that an event can be about, the one that reopening depends on before the latest. */
export const letterMoves = {
  GuaranteeLetterDemanded: (at) => {
    const letterId = freshId('G', at.mine);
    return [move(at, 'GuaranteeLetterDemanded', { letterId, text, dueOn: dayAfter(at, 30) }, { about: letterId })];
  },
  GuaranteeLetterSigned: (at) =>
    aLetter(at, 'GuaranteeLetterSigned').map((letterId) =>
      move(at, 'GuaranteeLetterSigned', { letterId, document }, { about: letterId }),
    ),
  GuaranteeLetterAccepted: (at) =>
    aLetter(at, 'GuaranteeLetterAccepted').map((letterId) =>
      move(at, 'GuaranteeLetterAccepted', { letterId }, { about: letterId }),
    ),
  GuaranteeLetterBreached: (at) =>
    aLetter(at, 'GuaranteeLetterBreached').map((letterId) =>
      move(at, 'GuaranteeLetterBreached', { letterId, reason: text }, { about: letterId }),
    ),
  GuaranteeLetterDeclined: (at) =>
    aLetter(at, 'GuaranteeLetterDeclined').map((letterId) =>
      move(at, 'GuaranteeLetterDeclined', { letterId, reason: text }, { about: letterId }),
    ),
  GuaranteeLetterWithdrawn: (at) =>
    aLetter(at, 'GuaranteeLetterWithdrawn').map((letterId) =>
      move(at, 'GuaranteeLetterWithdrawn', { letterId, reason: text }, { about: letterId }),
    ),
} satisfies Moves;

function aLetter({ mine: { letters, cycle } }: Moment, type: string): string[] {
  const suiting = letters.filter(({ status }) => letterFrom[type]?.includes(status));
  const counting = suiting.find(({ letterId }) => letterId === letterThatCounts(letters, cycle)?.letterId);
  const letter = counting ?? suiting.at(-1);
  return letter ? [letter.letterId] : [];
}
