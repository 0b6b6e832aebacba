import type { Procedure } from './procedure.ts';
import type { Procedures } from './procedures.ts';

type Wording = Procedure['title'];

/** What codes are called, in several languages, by what they are codes of. */
export interface ProcedureWordings {
  readonly offices: Readonly<Record<string, Wording>>;
  readonly checks: Readonly<Record<string, Wording>>;
  readonly requirements: Readonly<Record<string, Wording>>;
  readonly groundsCodes: Readonly<Record<string, Wording>>;
  readonly findingCodes: Readonly<Record<string, Wording>>;
}

/** What the codes of all known procedures are called; where several have a code, by the one published last. */
export function wordingsOf(procedures: Procedures): ProcedureWordings {
  const documents = [...procedures.values()].map(({ procedure }) => procedure);
  const titles = (part: 'directory' | 'checks' | 'requirements' | 'groundsCodes' | 'findingCodes') =>
    Object.fromEntries(documents.flatMap((document) => document[part].map(({ code, title }) => [code, title])));
  return {
    offices: titles('directory'),
    checks: titles('checks'),
    requirements: titles('requirements'),
    groundsCodes: titles('groundsCodes'),
    findingCodes: titles('findingCodes'),
  };
}
