import { z } from 'zod';
import type { SentEvent } from './commands.ts';
import { milliseconds } from './rectification/calendar.ts';
import { isKnowledgeEvent } from './rectification/catalogue.ts';
import { type EventData, type EventType, eventSchemas, isEventType } from './rectification/events/events.ts';
import { instant, precision, source } from './rectification/events/values.ts';
import { identityNumbersIn, pointerPart } from './rectification/identity-numbers.ts';
import type { Procedure } from './rectification/procedures/procedure.ts';
import type { Procedures } from './rectification/procedures/procedures.ts';
import type { Fault, Rejection } from './rejection.ts';

/** A sent event whose parts all fit their schemas. */
export interface ValidEvent {
  readonly type: EventType;
  readonly data: EventData;
  readonly occurredAt: string | undefined;
  readonly occurredAtPrecision: z.infer<typeof precision>;
  readonly source: z.infer<typeof source> | undefined;
}

const envelope = z.object({
  occurredAt: instant.optional(),
  occurredAtPrecision: precision.default('instant'),
  source: source.optional(),
});

/** No fact is older than this: a year typed wrongly is more likely. */
const EARLIEST = '1990-01-01T00:00:00Z';

/**
 * Checks a sent event against its type's schema, the procedure's codes, the clock and the ban on identity numbers, and says
 * everything wrong at once. Pointers lead into `{ type, data, occurredAt, … }`.
 */
export function validate(
  sent: SentEvent,
  procedure: Procedure,
  { now, procedures }: { readonly now: string; readonly procedures: Procedures },
): ValidEvent | Extract<Rejection, { code: 'invalid' | 'unknown-event-type' }> {
  const { type } = sent;
  if (!isEventType(type)) return { code: 'unknown-event-type', type };
  const valid = validateAgainst<EventData>(eventSchemas[type], sent, now, (data) => [
    ...codesUnknownTo(procedure, type, data, '/data'),
    ...unknownProcedure(data, procedures),
    ...datedThoughOnRecordNow(type, sent.occurredAt, now),
  ]);
  return 'code' in valid ? valid : { type, ...valid };
}

/** Checks what was sent as {@link validate} does, against any schema; `alsoWrong` adds the faults of data that fits it. */
export function validateAgainst<T>(
  schema: z.ZodType<T>,
  sent: Omit<SentEvent, 'type'>,
  now: string,
  alsoWrong: (data: T) => Fault[] = () => [],
): (Omit<ValidEvent, 'type' | 'data'> & { readonly data: T }) | Extract<Rejection, { code: 'invalid' }> {
  const data = schema.safeParse(sent.data);
  const around = envelope.safeParse(sent);
  const faults = [
    ...(data.success ? alsoWrong(data.data) : faultsOf(data.error, '/data')),
    ...(around.success ? timeFaults(around.data.occurredAt, now, '') : faultsOf(around.error, '')),
    ...[...identityNumbersIn(sent.data, '/data'), ...identityNumbersIn(sent.source, '/source')].map((pointer) => ({
      pointer,
      detail: 'holds an 18-digit identity number; identity numbers are never stored, give a reference number instead',
    })),
  ];
  if (!data.success || !around.success || faults.length > 0) return { code: 'invalid', faults };
  const { occurredAt, occurredAtPrecision, source } = around.data;
  return { data: data.data, occurredAt, occurredAtPrecision, source };
}

/** What a schema found wrong, as pointers under a base. */
export function faultsOf(error: z.ZodError, base: string): Fault[] {
  return error.issues.flatMap((issue): Fault[] => {
    const pointer = base + issue.path.map((part) => `/${pointerPart(String(part))}`).join('');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ pointer: `${pointer}/${pointerPart(key)}`, detail: 'is not a known field' }));
    }
    return [{ pointer, detail: issue.message }];
  });
}

/** A procedure version that was never published. */
function unknownProcedure(data: EventData, procedures: Procedures): Fault[] {
  return 'procedure' in data && !procedures.has(data.procedure)
    ? [
        {
          pointer: '/data/procedure',
          detail: `is no procedure version known here; known: ${[...procedures.keys()].join(', ')}`,
        },
      ]
    : [];
}

/** What became known or was asked occurs when it is put on record: it cannot be dated. */
function datedThoughOnRecordNow(type: EventType, occurredAt: string | undefined, now: string): Fault[] {
  return isKnowledgeEvent(type) && occurredAt !== undefined && Date.parse(occurredAt) !== milliseconds(now)
    ? [{ pointer: '/occurredAt', detail: `has to be left out: ${type} occurs when it is put on record` }]
    : [];
}

/** What is wrong with the instant at which something is said to have occurred; `base` is the pointer of what says so. */
export function timeFaults(occurredAt: string | undefined, now: string, base: string): Fault[] {
  if (occurredAt === undefined) return [];
  if (milliseconds(occurredAt) > milliseconds(now)) {
    return [{ pointer: `${base}/occurredAt`, detail: `lies in the future: it is ${now} now` }];
  }
  return milliseconds(occurredAt) < milliseconds(EARLIEST)
    ? [{ pointer: `${base}/occurredAt`, detail: `lies before ${EARLIEST}` }]
    : [];
}

/** The codes to choose from; undefined where the procedure lists none, and any is taken. */
function listed(codes: Procedure['groundsCodes']): Procedure['groundsCodes'] | undefined {
  return codes.length === 0 ? undefined : codes;
}

/** The checks, requirements and codes that data names and the procedure does not have; `base` is the pointer of the data. */
export function codesUnknownTo(procedure: Procedure, type: EventType, data: EventData, base: string): Fault[] {
  const named: { field: string; codes: readonly { readonly code: string }[] | undefined }[] = [
    { field: 'check', codes: procedure.checks },
    { field: 'requirement', codes: procedure.requirements },
    { field: 'groundsCode', codes: listed(procedure.groundsCodes) },
    { field: 'findingCode', codes: listed(procedure.findingCodes) },
  ];
  const values = new Map<string, unknown>(Object.entries(data));
  return named.flatMap(({ field, codes }) => {
    const value = values.get(field);
    if (typeof value !== 'string' || !codes || codes.some(({ code }) => code === value)) return [];
    const known = codes.map(({ code }) => code).join(', ');
    return [{ pointer: `${base}/${field}`, detail: `is not a ${field} of the procedure for ${type}; known: ${known}` }];
  });
}
