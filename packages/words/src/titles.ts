import type { ProcedureWordings } from '@rectify/engine/rectification';
import type { MineDetail } from '@rectify/projections/answers';
import type { Language } from './languages.ts';

/** What the codes of procedures are called in one language; undefined for a code that no known procedure has. */
export interface Titles {
  readonly office: (code: string) => string | undefined;
  /** A check or a requirement. */
  readonly subject: (code: string) => string | undefined;
  /** A code that a field of an event can hold. */
  readonly choice: (field: string, code: string) => string | undefined;
  /** A finding of the case that is spoken of, as it was described. */
  readonly finding: (findingId: string) => string | undefined;
}

/** Nothing is called by a procedure. */
export const noTitles: Titles = {
  office: () => undefined,
  subject: () => undefined,
  choice: () => undefined,
  finding: () => undefined,
};

/** No procedure is known yet. */
export const noWordings: ProcedureWordings = {
  offices: {},
  checks: {},
  requirements: {},
  groundsCodes: {},
  findingCodes: {},
};

/** The titles of procedures in a language; `findings` are those of the case that is spoken of. */
export function titlesIn(
  wordings: ProcedureWordings,
  language: Language,
  findings: MineDetail['detail']['findings'] = [],
): Titles {
  const called = (part: keyof ProcedureWordings, code: string) =>
    Object.hasOwn(wordings[part], code) ? wordings[part][code]?.[language] : undefined;
  return {
    office: (code) => called('offices', code),
    subject: (code) => called('requirements', code) ?? called('checks', code),
    choice: (field, code) => {
      if (field === 'groundsCode') return called('groundsCodes', code);
      return field === 'findingCode' ? called('findingCodes', code) : undefined;
    },
    finding: (findingId) => findings.find((finding) => finding.findingId === findingId)?.description,
  };
}

/** What a case says of its own procedure, before what others call the same codes. */
export function withCase(
  wordings: ProcedureWordings,
  { offices, checks, requirements }: Pick<MineDetail['detail'], 'offices' | 'checks' | 'requirements'>,
): ProcedureWordings {
  return {
    ...wordings,
    offices: { ...wordings.offices, ...offices },
    checks: { ...wordings.checks, ...Object.fromEntries(checks.map(({ check, title }) => [check, title])) },
    requirements: {
      ...wordings.requirements,
      ...Object.fromEntries(requirements.map(({ requirement, title }) => [requirement, title])),
    },
  };
}
