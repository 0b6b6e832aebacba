import type { MineDetail } from '../api/answers.ts';
import type { Entries, Field } from '../case/form/field.ts';
import { isSeveral } from '../case/form/field.ts';

type Check = MineDetail['detail']['checks'][number];

const LONGEST_LINE = 200;
const LONGEST_TEXT = 10_000;

/** Where in what is entered each part of the record lies. */
export const at = {
  started: '/started',
  present: '/inspectorsPresent',
  check: (check: string, part: string) => `/checks/${check}/${part}`,
  cleared: (findingId: string) => `/cleared/${findingId}`,
  findings: '/findings',
  finding: (findingId: string, part: string) => `/findings/${findingId}/${part}`,
  summary: '/summary',
  ownerSide: '/ownerSide',
  abandoned: '/abandoned',
} as const;

/** How many inspectors are present; so many at least as the procedure asks for. */
export function presentField(least: number): Field {
  return {
    name: 'inspectorsPresent',
    pointer: at.present,
    required: true,
    kind: 'number',
    whole: true,
    above: undefined,
    least,
    most: 100,
  };
}

/** What is recorded of a check: its outcome, and what it rests on. Where no file is kept, the number and who holds it. */
export function checkFields({ check, takesDocument }: Pick<Check, 'check' | 'takesDocument'>): {
  readonly outcome: Field;
  readonly more: readonly Field[];
} {
  const line = (name: string) => textField(name, at.check(check, name), 'line');
  return {
    outcome: choice('outcome', at.check(check, 'outcome'), ['pass', 'fail', 'not-applicable']),
    more: [
      ...(takesDocument
        ? [{ name: 'document', pointer: at.check(check, 'document'), required: false, kind: 'document' } as const]
        : [line('referenceNumber'), line('heldBy')]),
      textField('note', at.check(check, 'note'), 'text'),
    ],
  };
}

/** Whether a finding of an earlier inspection is made good. */
export function clearedField(findingId: string): Field {
  return choice('madeGood', at.cleared(findingId), ['yes', 'no']);
}

/** What is recorded of a finding. */
export function findingFields(findingId: string, checks: readonly Check[]): readonly Field[] {
  const pointer = (part: string) => at.finding(findingId, part);
  return [
    { ...textField('description', pointer('description'), 'text'), required: true },
    { name: 'dueOn', pointer: pointer('dueOn'), required: true, kind: 'day' },
    {
      name: 'check',
      pointer: pointer('check'),
      required: false,
      kind: 'choice',
      options: checks.map(({ check }) => ({ value: check, label: undefined })),
    },
    { name: 'photos', pointer: pointer('photos'), required: false, kind: 'document' },
  ];
}

/** How the inspection ended: a summary, and how the owner's side took part in its record. */
export const endFields: { readonly ownerSide: Field; readonly summary: Field } = {
  ownerSide: choice('ownerSide', at.ownerSide, ['signed', 'refused', 'absent']),
  summary: textField('summary', at.summary, 'text'),
};

/** Why an inspection ends without a result. */
export const abandonedField: Field = { ...textField('reason', at.abandoned, 'text'), required: true };

/** The ids of the findings that were raised on the spot, in order. */
export function raisedIn(entries: Entries): readonly string[] {
  const raised = entries[at.findings];
  return isSeveral(raised) ? raised : [];
}

function choice(name: string, pointer: string, values: readonly string[]): Field {
  return {
    name,
    pointer,
    required: true,
    kind: 'choice',
    options: values.map((value) => ({ value, label: undefined })),
  };
}

function textField(name: string, pointer: string, kind: 'line' | 'text'): Field {
  const longest = kind === 'line' ? LONGEST_LINE : LONGEST_TEXT;
  return { name, pointer, required: false, kind, longest, mayBeNotStated: false, pattern: undefined };
}
