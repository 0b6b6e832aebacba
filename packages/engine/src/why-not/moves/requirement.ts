import type { Mine } from '../../rectification/case/mine.ts';
import { isMet, type RequirementStatus } from '../../rectification/case/requirements.ts';
import { type Moment, type Moves, move } from '../move.ts';
import { dayAfter, document, text } from './stand-ins.ts';

/** Moves of the requirements: of those alike, the first of the procedure. */
export const requirementMoves = {
  EvidenceSubmitted: (at) =>
    [...those(at.mine, 'missing', 'returned', 'lapsed'), ...all(at.mine)]
      .slice(0, 1)
      .map((requirement) => move(at, 'EvidenceSubmitted', { requirement, document }, { about: requirement })),
  RequirementSatisfied: (at) =>
    toSatisfy(at).map((requirement) => move(at, 'RequirementSatisfied', { requirement }, { about: requirement })),
  RequirementReturned: (at) =>
    those(at.mine, 'submitted')
      .slice(0, 1)
      .map((requirement) => move(at, 'RequirementReturned', { requirement, reason: text }, { about: requirement })),
  RequirementWaived: (at) =>
    toSatisfy(at)
      .slice(0, 1)
      .map((requirement) =>
        move(
          at,
          'RequirementWaived',
          { requirement, reason: text, expiresOn: dayAfter(at, 30) },
          { about: requirement },
        ),
      ),
  RequirementLapsed: (at) =>
    those(at.mine, 'satisfied', 'waived')
      .slice(0, 1)
      .map((requirement) => move(at, 'RequirementLapsed', { requirement }, { about: requirement })),
} satisfies Moves;

function all({ procedure }: Mine): string[] {
  return procedure.requirements.map(({ code }) => code);
}

function those(mine: Mine, ...statuses: readonly RequirementStatus[]): string[] {
  return all(mine).filter((code) => statuses.includes(mine.requirements[code]?.status ?? 'missing'));
}

/** What is not met; and what is waived but would lapse with a licence if it were satisfied. */
function toSatisfy({ mine, present: { now } }: Moment): string[] {
  const { requirements, zone } = mine.procedure;
  const unmet = all(mine).filter((code) => !isMet(mine.requirements[code], now, zone));
  const waived = requirements.filter(
    ({ code, lapsesWithLicence }) => lapsesWithLicence && mine.requirements[code]?.status === 'waived',
  );
  const chosen = [...unmet.slice(0, 1), ...waived.slice(0, 1).map(({ code }) => code)];
  return chosen.length > 0 ? [...new Set(chosen)] : all(mine).slice(0, 1);
}
