import { document } from '../story/documents.ts';
import { at } from '../story/moments.ts';
import { type Act, sends, supervisor, type Telling } from '../story/story.ts';

/** A guarantee letter is demanded, to be signed by a day. */
export function letterDemanded(moment: string, letterId: string, dueOn: string): Act {
  return supervisor(moment, 'GuaranteeLetterDemanded', {
    letterId,
    text: 'The operator guarantees to keep to the power supply plan and to report every change of the installed capacity beforehand.',
    reason: 'Installed capacity above the figure registered',
    dueOn,
  });
}

/** The owner signs a guarantee letter. */
export function letterSigned(moment: string, letterId: string, telling: Telling = {}): Act {
  return ({ owner, mineId }) => [
    sends(
      owner,
      at(moment),
      'GuaranteeLetterSigned',
      { letterId, document: document(mineId, `Guarantee letter ${letterId}.pdf`) },
      telling,
    ),
  ];
}
