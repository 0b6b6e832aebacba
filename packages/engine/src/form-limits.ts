import { openFindings } from './rectification/case/findings.ts';
import type { Mine } from './rectification/case/mine.ts';
import type { EventType } from './rectification/events/events.ts';
import type { Person } from './rectification/roles.ts';

/** A part of a JSON Schema. */
export interface SchemaPart {
  readonly [keyword: string]: unknown;
}

/** What a mine and a person leave of an event type's data, by property, where the type itself allows more. */
export function limitsOf(type: EventType, mine: Mine, person: Person): Readonly<Record<string, SchemaPart>> {
  switch (type) {
    case 'CaseAssigned':
      return person.role === 'supervisor' ? {} : { assignee: only(person.id) };
    case 'NoteAdded':
    case 'DocumentAttached':
      return person.role === 'owner' ? { visibility: only('owner') } : {};
    case 'InspectionStarted':
      return { inspectorsPresent: { minimum: mine.procedure.minimumInspectors } };
    case 'RemediationDeclared': {
      const open = openFindings(mine.findings).length;
      return { evidence: { minItems: open, maxItems: open } };
    }
    case 'PowerCurtailed':
      return atMost(mine.power.direction?.cap ?? null);
    default:
      return {};
  }
}

function only(value: string): SchemaPart {
  return { enum: [value], default: value };
}

function atMost(cap: { readonly amount: number; readonly unit: string } | null): Readonly<Record<string, SchemaPart>> {
  return cap ? { to: { properties: { amount: { maximum: cap.amount }, unit: only(cap.unit) } } } : {};
}
