import { z } from 'zod';
import { grantableBy } from './approvals.ts';
import { limitsOf, type SchemaPart } from './form-limits.ts';
import { freshId } from './fresh-id.ts';
import { migrationTargets, type Present, procedureFor } from './known-procedures.ts';
import { openFindings } from './rectification/case/findings.ts';
import { letterFrom } from './rectification/case/letters.ts';
import { licenceFrom } from './rectification/case/licences.ts';
import { type EventType, eventSchemas } from './rectification/events/events.ts';
import type { FoldedMine } from './rectification/fold.ts';
import type { Person } from './rectification/roles.ts';

/** The JSON Schema (2020-12) of an event's data. Its `x-` keywords tell a form how to ask: see events/values.ts. */
export type FormSchema = SchemaPart;

/** What can be chosen: an id or code, with what it is called. */
interface Choice {
  readonly value: string;
  readonly label: string | { readonly en: string; readonly 'zh-CN': string };
}

/** The schema of an event type's data as declared, for documentation. */
export function eventJsonSchema(type: EventType): FormSchema {
  return z.toJSONSchema(eventSchemas[type], { io: 'input', unrepresentable: 'any' });
}

/**
 * The schema of an event type's data for one mine and person: what is chosen among things the mine has becomes an `enum` with
 * `x-labels`, what gets a new id has it as its `default`, and what the mine or the person limits is limited.
 */
export function formSchema(type: EventType, folded: FoldedMine, person: Person, present: Present): FormSchema {
  const narrowed = narrow(eventJsonSchema(type), { type, folded, person, present });
  return isObject(narrowed) ? limited(narrowed, { properties: limitsOf(type, folded.mine, person) }) : {};
}

/** Whom a form is for, of which event, on which mine. */
interface Asked {
  readonly type: EventType;
  readonly folded: FoldedMine;
  readonly person: Person;
  readonly present: Present;
}

function narrow(node: unknown, asked: Asked): unknown {
  if (Array.isArray(node)) return node.map((inner) => narrow(inner, asked));
  if (!isObject(node)) return node;
  const inner = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, narrow(value, asked)]));
  if (node['x-input'] === 'choose' || node['x-input'] === 'code') {
    const choices = choicesFor(String(node['x-of']), asked);
    if (node['x-input'] === 'code' && choices.length === 0) return inner;
    return {
      ...inner,
      enum: choices.map(({ value }) => value),
      'x-labels': Object.fromEntries(choices.map(({ value, label }) => [value, label])),
    };
  }
  if (node['x-input'] === 'new-id' && typeof node['x-prefix'] === 'string')
    return { ...inner, default: newId(node['x-prefix'], asked) };
  return inner;
}

function choicesFor(of: string, asked: Asked): Choice[] {
  const { type, folded, present } = asked;
  const { mine } = folded;
  const procedure = procedureFor(mine, present.procedures, present.now);
  switch (of) {
    case 'inspection':
      return mine.inspections.running ? [named(mine.inspections.running.inspectionId)] : [];
    case 'finding':
      return openFindings(mine.findings)
        .filter(({ findingId }) => extensionSuits(type, Object.hasOwn(mine.extensionRequests, findingId)))
        .map(({ findingId, description }) => ({ value: findingId, label: description }));
    case 'check':
      return procedure.checks.map(({ code, title }) => ({ value: code, label: title }));
    case 'requirement':
      return procedure.requirements
        .filter(({ code }) => requirementSuits(type, mine.requirements[code]?.status ?? 'missing'))
        .map(({ code, title }) => ({ value: code, label: title }));
    case 'licence':
      return Object.values(mine.licences)
        .filter(({ status }) => licenceFrom[type]?.includes(status))
        .map(({ licenceId, kind, number }) => ({
          value: licenceId,
          label: number === null ? kind : `${kind} ${number}`,
        }));
    case 'letter':
      return mine.letters
        .filter(({ status }) => letterFrom[type]?.includes(status))
        .map(({ letterId, text }) => ({ value: letterId, label: text }));
    case 'direction':
      return mine.power.direction ? [named(mine.power.direction.directionId)] : [];
    case 'appeal':
      return mine.appeals
        .filter(({ status, cycle }) => status === 'pending' && (!type.startsWith('Stay') || cycle === mine.cycle))
        .map(({ appealId, grounds }) => ({ value: appealId, label: grounds }));
    case 'approval': {
      const answerable = answerableBy(asked);
      return Object.values(mine.approvals)
        .filter(({ approvalId }) => answerable.includes(approvalId))
        .map(({ approvalId, event }) => ({ value: approvalId, label: event.type }));
    }
    case 'procedure':
      return migrationTargets(mine, present.procedures).map(({ name, procedure: { title } }) => ({
        value: name,
        label: title,
      }));
    case 'grounds-code':
      return procedure.groundsCodes.map(({ code, title }) => ({ value: code, label: title }));
    case 'finding-code':
      return procedure.findingCodes.map(({ code, title }) => ({ value: code, label: title }));
    default:
      return [];
  }
}

/** The pending requests that a person can answer in this way: withdraw their own, grant what is possible now, decline any other. */
function answerableBy({ type, folded, person, present }: Asked): string[] {
  if (type === 'ApprovalWithdrawn')
    return Object.values(folded.mine.approvals)
      .filter(({ requestedBy }) => requestedBy.id === person.id)
      .map(({ approvalId }) => approvalId);
  return grantableBy(person, folded, present)
    .filter(({ reasons }) => type !== 'ApprovalGranted' || reasons.length === 0)
    .map(({ approvalId }) => approvalId);
}

/** More time is asked for where it was not yet, and refused where it was. */
function extensionSuits(type: EventType, asked: boolean): boolean {
  if (type === 'ExtensionRequested') return !asked;
  return type !== 'ExtensionRefused' || asked;
}

function requirementSuits(type: EventType, status: string): boolean {
  if (type === 'RequirementReturned') return status === 'submitted';
  return type !== 'RequirementLapsed' || status === 'satisfied' || status === 'waived';
}

function newId(prefix: string, { type, folded: { mine } }: Asked): string {
  const { scheduled } = mine.inspections;
  return type === 'InspectionStarted' && scheduled ? scheduled.inspectionId : freshId(prefix, mine);
}

function named(value: string): Choice {
  return { value, label: value };
}

/** A schema with further keywords, also within the properties that they are about. */
function limited(schema: FormSchema, limits: FormSchema): FormSchema {
  const added = Object.entries(limits).map(([keyword, limit]) => {
    const before = schema[keyword];
    return [keyword, isObject(before) && isObject(limit) ? limited(before, limit) : limit];
  });
  return { ...schema, ...Object.fromEntries(added) };
}

function isObject(value: unknown): value is FormSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
