import { z } from 'zod';
import { region } from '../events/values.ts';
import { role } from '../roles.ts';

/** A wording in the languages of the page. */
const wording = z.strictObject({ en: z.string().min(1), 'zh-CN': z.string().min(1) });

const code = z.string().regex(/^[A-Z][A-Z0-9_]*$/);
const office = z.string().min(1);

/** A mandatory subject of an inspection. Where `takesDocument` is false only a reference number is kept (domain.md, Privacy). */
const checkRule = z.strictObject({ code, office, title: wording, takesDocument: z.boolean() });

/** Something to be satisfied before reopening. `lapsesWithLicence`: losing a licence while shut makes it lapse. */
const requirementRule = z.strictObject({
  code,
  office,
  provider: z.enum(['owner', 'authority']),
  title: wording,
  evidence: wording,
  standard: z.string().optional(),
  lapsesWithLicence: z.boolean(),
});

/** What can fall due. domain.md, rule 6: deadlines bind both sides. */
export const deadlineRule = z.enum([
  'first-inspection',
  're-inspection',
  'evidence-answer',
  'extension-answer',
  'stay-answer',
  'lift-decision',
  'appeal-decision',
  'reopening-decision',
  'appeal',
  'service',
]);

/** Who may request an event and who, another person, may grant it. */
const fourEyes = z.strictObject({ request: z.array(role).min(1), grant: z.array(role).min(1) });

/** The versioned rule set of a jurisdiction, as data. A closure cycle is pinned to the version in force when it began. */
export const procedure = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.int().positive(),
  title: wording,
  zone: z.string(),
  regions: z.array(region).min(1),
  checks: z.array(checkRule).min(1),
  requirements: z.array(requirementRule).min(1),
  /** Calendar days, the due day included. */
  deadlines: z.record(deadlineRule, z.int().positive()),
  fourEyes: z.record(z.string(), fourEyes),
  minimumInspectors: z.int().positive(),
  offices: z.strictObject({
    inspection: office,
    licensing: office,
    supervision: office,
    review: office,
    power: office,
  }),
});

/** {@link procedure} as a type. */
export type Procedure = z.infer<typeof procedure>;
/** {@link deadlineRule} as a type. */
export type DeadlineRule = z.infer<typeof deadlineRule>;

/** The name of a procedure version, for instance `rectification@1`. */
export function procedureName({ id, version }: Pick<Procedure, 'id' | 'version'>): string {
  return `${id}@${version}`;
}
