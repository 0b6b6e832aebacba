/** Everything that can be wrong with a procedure document; the codes stay the same. */
export const procedureFaultCodes = [
  'missing',
  'missing-language',
  'unknown-field',
  'not-valid',
  'identity-number',
  'unknown-event-type',
  'four-eyes-impossible',
  'four-eyes-nobody-requests',
  'four-eyes-nobody-grants',
  'four-eyes-role-not-official',
  'four-eyes-one-person',
  'unknown-office',
  'check-nobody-can-record',
  'requirement-nobody-can-satisfy',
  'too-few-inspectors',
  'deadline-without-owner',
  'deadline-without-requirement',
  'duplicate-code',
  'code-of-check-and-requirement',
  'region-twice',
  'unknown-time-zone',
  'calendar-year-twice',
  'calendar-day-of-another-year',
  'calendar-day-twice',
  'calendar-day-both',
  'calendar-covers-no-coming-year',
  'notice-to-who-cannot-see',
  'reopening-unreachable',
] as const;

/** One thing wrong with a procedure document: where (RFC 6901), a stable code, and what to do about it. */
export interface ProcedureFault {
  readonly pointer: string;
  readonly code: (typeof procedureFaultCodes)[number];
  readonly detail: string;
}

/** Finds faults of one kind in a document. What it needs and cannot read it passes over: that is a fault of the schema. */
export type FaultFinder = (document: unknown) => ProcedureFault[];
