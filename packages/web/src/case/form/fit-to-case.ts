import type { EventType } from '@rectify/engine/rectification';
import type { MineDetail } from '../../api/answers.ts';
import type { Entries, Field, Option } from './field.ts';
import { provinces } from './provinces.ts';

/** What is known where a form is opened. */
export interface FormContext {
  readonly mine: MineDetail;
  /** People a case can be given to. */
  readonly people: readonly Option[];
  /** An id for something that lives outside the mine. */
  readonly freshId: string;
}

/** Codes that are only asked for where there is a list to choose from. */
const notTyped: ReadonlySet<string> = new Set(['groundsCode', 'findingCode', 'campaignId']);
/** What only granting many requests together fills in. */
const neverAsked: ReadonlySet<string> = new Set(['oneOf']);
/** interface.md: what a source may leave open. */
const mayBeNotStated: ReadonlySet<string> = new Set(['authority', 'legalBasis', 'unit']);

/** The fields of an event's form as they fit the case: ids are given, people and places chosen, what fits nothing is left out. */
export function fitToCase(type: EventType, fields: readonly Field[], context: FormContext): Field[] {
  return fields.flatMap((field) => fitted(type, field, context));
}

function fitted(type: EventType, field: Field, context: FormContext): Field[] {
  const { name, pointer, required } = field;
  if (isNotAsked(field)) return [];
  if (field.kind === 'choice' && field.options.length === 0 && !required) return [];
  if (field.kind === 'group') return [{ ...field, fields: fitGroup(field.fields, context) }];
  if (name === 'assignee') return [{ name, pointer, required, kind: 'choice', options: context.people }];
  if (name === 'region' && field.kind === 'line') {
    const options = provinces.map((value) => ({ value, label: undefined }));
    return [{ name, pointer, required, kind: 'choice', options }];
  }
  if (type === 'LicenceGranted' && field.kind === 'given') return [grantedLicence(field, context)];
  return [withNotStated(field)];
}

/** Whether a field is never filled in by a person, or only where there is a list to choose from and there is none. */
export function isNotAsked({ name, kind, required }: Field): boolean {
  return neverAsked.has(name) || (notTyped.has(name) && kind === 'line' && !required);
}

/** The same field; where a source may leave it open, one that can be answered so. */
export function withNotStated(field: Field): Field {
  const isText = field.kind === 'line' || field.kind === 'text';
  return isText ? { ...field, mayBeNotStated: mayBeNotStated.has(field.name) } : field;
}

/** An operator's number is made, not asked for. */
function fitGroup(fields: readonly Field[], { freshId }: FormContext): Field[] {
  return fields.map((field) =>
    field.name === 'id' && field.kind === 'line'
      ? { name: field.name, pointer: field.pointer, required: field.required, kind: 'given', value: freshId }
      : field,
  );
}

/** A licence is granted to an application, or without one. */
function grantedLicence(field: Extract<Field, { kind: 'given' }>, { mine }: FormContext): Field {
  const applied = mine.detail.licences.filter(({ status }) => status === 'applied');
  if (applied.length === 0) return field;
  const { name, pointer, required, value } = field;
  return {
    name,
    pointer,
    required,
    kind: 'choice',
    options: [
      ...applied.map(({ licenceId, kind }) => ({ value: licenceId, label: kind })),
      { value, label: undefined },
    ],
  };
}

/** The fields that what was entered leaves: a check whose office keeps the papers takes a reference number, no file. */
export function fitToEntries(
  type: EventType,
  fields: readonly Field[],
  entries: Entries,
  { detail }: MineDetail,
): readonly Field[] {
  if (type !== 'CheckRecorded') return fields;
  const chosen = detail.checks.find(({ check }) => check === entries['/data/check']);
  return chosen?.takesDocument === false ? fields.filter(({ name }) => name !== 'document') : fields;
}

/** What a form already holds when it opens: a choice of one, the mine's unit, the licence that was applied for. */
export function firstEntries(type: EventType, fields: readonly Field[], { mine }: FormContext): Entries {
  const applied = mine.detail.licences.find(({ status }) => status === 'applied');
  return Object.fromEntries(
    flat(fields).flatMap((field): [string, string][] => {
      if (field.kind === 'choice' && field.required && field.options[0] && field.options.length === 1) {
        return [[field.pointer, field.options[0].value]];
      }
      if (field.kind === 'choice' && type === 'LicenceGranted' && field.name === 'licenceId' && applied) {
        return [[field.pointer, applied.licenceId]];
      }
      if (type === 'LicenceGranted' && field.name === 'kind' && applied) return [[field.pointer, applied.kind]];
      if (field.name === 'unit' && type !== 'LostCapacityReported') return [[field.pointer, unitOf(mine)]];
      return [];
    }),
  );
}

/** Every field, those within groups and rows too. */
export function flat(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) => {
    if (field.kind === 'group') return [field, ...flat(field.fields)];
    return field.kind === 'each' ? [field, ...field.rows.flatMap(flat)] : [field];
  });
}

function unitOf({ capacity, detail }: MineDetail): string {
  return detail.power.direction?.cap?.unit ?? capacity.unit;
}
