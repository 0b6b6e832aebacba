import { document } from '../story/documents.ts';
import { at, minutesAfter } from '../story/moments.ts';
import type { Part } from '../story/people.ts';
import { type Act, licensing, owner, sends, supervisor } from '../story/story.ts';

/** The requirements of the report: licences, power supply procedure, social security of employees. */
export type Requirement = 'LICENCES' | 'POWER_SUPPLY_PROCEDURE' | 'SOCIAL_SECURITY';

/** All three. */
export const everyRequirement: readonly Requirement[] = ['LICENCES', 'POWER_SUPPLY_PROCEDURE', 'SOCIAL_SECURITY'];

/** "Officially complete" means certified by the named office: who answers for which requirement, and what the owner shows it. */
const about: Readonly<Record<Requirement, { readonly office: Part; readonly evidence: string }>> = {
  LICENCES: { office: 'licensing', evidence: 'Copies of the licences.pdf' },
  POWER_SUPPLY_PROCEDURE: { office: 'power', evidence: 'Power supply procedure.pdf' },
  SOCIAL_SECURITY: { office: 'socialSecurity', evidence: 'Social security payments.pdf' },
};

/** The owner sends evidence, one requirement after the other. */
export function evidence(moment: string, requirements: readonly Requirement[], note?: string): Act {
  return ({ owner, mineId }) =>
    requirements.map((requirement, index) =>
      sends(owner, minutesAfter(at(moment), 8 * index), 'EvidenceSubmitted', {
        requirement,
        document: document(mineId, about[requirement].evidence),
        note,
      }),
    );
}

/** Each office finds its requirement complete; `validUntil` where it is so for a time only. */
export function satisfied(moment: string, requirements: readonly Requirement[], validUntil?: string): Act {
  return (people) =>
    requirements.map((requirement, index) =>
      sends(people[about[requirement].office], minutesAfter(at(moment), 25 * index), 'RequirementSatisfied', {
        requirement,
        validUntil,
      }),
    );
}

/** The office sends evidence back, with all its faults at once. */
export function returned(moment: string, requirement: Requirement, reason: string): Act {
  return (people) => [
    sends(people[about[requirement].office], at(moment), 'RequirementReturned', { requirement, reason }),
  ];
}

/** A supervisor does without a requirement for a time. */
export function waived(moment: string, requirement: Requirement, expiresOn: string, reason: string): Act {
  return supervisor(moment, 'RequirementWaived', { requirement, expiresOn, reason });
}

/** The licensing office certifies that all requirements are met. */
export function certified(moment: string): Act {
  return licensing(moment, 'RequirementsCertified', {});
}

/** A licence of the mine, with a number that cannot be mistaken for a real one. */
export function licenceGranted(moment: string, licenceId: string, kind: string, validUntil: string): Act {
  return ({ licensing, mineId }) => [
    sends(licensing, at(moment), 'LicenceGranted', {
      licenceId,
      kind,
      number: `DEMO-${mineId}-${licenceId}`,
      validUntil,
    }),
  ];
}

/** The owner applies for a licence. */
export function licenceAppliedFor(moment: string, licenceId: string, kind: string): Act {
  return owner(moment, 'LicenceApplied', { licenceId, kind });
}
