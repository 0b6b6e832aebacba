import { z } from 'zod';
import { usualSenders } from '../../catalogue.ts';
import { type EventType, isEventType } from '../../events/events.ts';
import { pointerPart } from '../../identity-numbers.ts';
import { officials, role } from '../../roles.ts';
import type { FaultFinder, ProcedureFault } from './fault.ts';
import { partsAt } from './parts.ts';
import { either, officesIn, peopleIn, rulesOfFourEyes } from './people.ts';

/** Four eyes on what cannot be under them, or of those who have no part in them. */
export const fourEyesFaults: FaultFinder = (document) => [
  ...partsAt(document, '/fourEyes/*', z.unknown()).flatMap(({ pointer, key }) => faultsOfEvent(pointer, key)),
  ...['request', 'grant'].flatMap((part) => notOfficial(document, part)),
];

/** Four eyes that no two people of the directory could give. */
export const fourEyesWithoutPeople: FaultFinder = (document) =>
  [...rulesOfFourEyes(document)].flatMap(([type, rule]) =>
    withoutPeople(document, `/fourEyes/${pointerPart(type)}`, type, rule),
  );

/** Why an event cannot be under four eyes, or undefined if it can: those who request are officials, and there is a mine to hold the request. */
function barFor(type: EventType): string | undefined {
  const senders = usualSenders(type);
  if (type.startsWith('Approval')) return 'is itself a part of four eyes';
  if (type === 'MineRegistered') return 'has no mine yet that could hold the request';
  if (senders.length === 0) return 'follows from other events; nobody sends it';
  if (senders.includes('system')) return 'is sent by the system, which asks nobody';
  return senders.includes('owner') ? 'is sent by owners too, who see no requests' : undefined;
}

function faultsOfEvent(pointer: string, type: string): ProcedureFault[] {
  if (!isEventType(type))
    return [{ pointer, code: 'unknown-event-type', detail: `is no event type; correct ${type}, or remove the rule` }];
  const bar = barFor(type);
  return bar === undefined
    ? []
    : [{ pointer, code: 'four-eyes-impossible', detail: `cannot be under four eyes: ${type} ${bar}; remove the rule` }];
}

function notOfficial(document: unknown, part: string): ProcedureFault[] {
  return partsAt(document, `/fourEyes/*/${part}/*`, role)
    .filter(({ value }) => !officials.includes(value))
    .map(({ pointer, value }) => ({
      pointer,
      code: 'four-eyes-role-not-official',
      detail: `names ${value}, who does not act for the authority; take one of ${officials.join(', ')}`,
    }));
}

function withoutPeople(
  document: unknown,
  pointer: string,
  type: string,
  { request, grant }: { readonly request: readonly z.infer<typeof role>[]; readonly grant: typeof request },
): ProcedureFault[] {
  const offices = officesIn(document);
  const nobody = ([part, roles, code, does]: readonly [string, typeof request, ProcedureFault['code'], string]) =>
    peopleIn(offices, roles) > 0
      ? []
      : [
          {
            pointer: `${pointer}/${part}`,
            code,
            detail:
              roles.length === 0
                ? `names nobody; say which roles ${does} ${type}, or remove the rule`
                : `names ${either(roles)}, and the directory has nobody of that role; add people, or name another role`,
          },
        ];
  const lacking = [
    ...nobody(['request', request, 'four-eyes-nobody-requests', 'request']),
    ...nobody(['grant', grant, 'four-eyes-nobody-grants', 'grant']),
  ];
  if (lacking.length > 0 || peopleIn(offices, [...new Set([...request, ...grant])]) > 1) return lacking;
  return [
    {
      pointer,
      code: 'four-eyes-one-person',
      detail: `needs two people, and the directory has one who may request or grant ${type}; add another, or name another role`,
    },
  ];
}
