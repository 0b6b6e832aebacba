import { letterFrom } from '../case/letters.ts';
import type { Mine } from '../case/mine.ts';
import type { Reason } from '../reason.ts';
import { type Guard, type Guards, when } from './guard.ts';
import { idTaken } from './inspection.ts';

type LaterLetterEvent =
  | 'GuaranteeLetterSigned'
  | 'GuaranteeLetterAccepted'
  | 'GuaranteeLetterBreached'
  | 'GuaranteeLetterDeclined'
  | 'GuaranteeLetterWithdrawn';

/** The conditions of guarantee letter events. */
export const letterGuards: Guards<LaterLetterEvent | 'GuaranteeLetterDemanded'> = {
  GuaranteeLetterDemanded: {
    fits: ({ letters }, { letterId }) =>
      when(
        letters.some((letter) => letter.letterId === letterId),
        () => idTaken('guarantee letter', letterId, 'inspector'),
      ),
  },
  GuaranteeLetterSigned: aLetterFor('GuaranteeLetterSigned'),
  GuaranteeLetterAccepted: aLetterFor('GuaranteeLetterAccepted'),
  GuaranteeLetterBreached: aLetterFor('GuaranteeLetterBreached'),
  GuaranteeLetterDeclined: aLetterFor('GuaranteeLetterDeclined'),
  GuaranteeLetterWithdrawn: aLetterFor('GuaranteeLetterWithdrawn'),
};

const whoBringsItAbout: Readonly<Record<LaterLetterEvent, Reason['who']>> = {
  GuaranteeLetterSigned: 'inspector',
  GuaranteeLetterAccepted: 'owner',
  GuaranteeLetterBreached: 'owner',
  GuaranteeLetterDeclined: 'inspector',
  GuaranteeLetterWithdrawn: 'inspector',
};

function aLetterFor(type: LaterLetterEvent): Guard<LaterLetterEvent> {
  const statuses = letterFrom[type] ?? [];
  const suiting = ({ letters }: Mine) => letters.filter(({ status }) => statuses.includes(status));
  const reason = (detail: string, about?: string): Reason => ({
    code: 'no-such-letter',
    detail: `${detail} ${statuses.join(' or ')}.`,
    who: whoBringsItAbout[type],
    ...(about === undefined ? {} : { about }),
  });
  return {
    conditions: (mine) => when(suiting(mine).length === 0, () => reason('No guarantee letter is')),
    fits: (mine, { letterId }) =>
      when(!suiting(mine).some((letter) => letter.letterId === letterId), () =>
        reason(`There is no guarantee letter ${letterId} that is`, letterId),
      ),
  };
}
