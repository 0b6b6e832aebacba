import { z } from 'zod';
import { day, region } from '../events/values.ts';
import { role } from '../roles.ts';

/** A wording in the languages of the page, and in any others by their BCP 47 tag. */
const wording = z.object({ en: z.string().min(1), 'zh-CN': z.string().min(1) }).catchall(z.string().min(1));

const code = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'must be a code of capitals, digits and underscores');
const office = z.string().min(1);

/** An office, which roles act for it and, where it is known, how many people have each of those roles. */
const officeRule = z.strictObject({
  code: office,
  title: wording,
  roles: z.array(role).min(1),
  people: z.partialRecord(role, z.int().nonnegative()).optional(),
});

/** A mandatory subject of an inspection. Where `takesDocument` is false only a reference number is kept (domain.md, Privacy). */
const checkRule = z.strictObject({ code, office, title: wording, takesDocument: z.boolean() });

/**
 * Something to be satisfied before reopening. `provider`: who brings the evidence. `lapsesWithLicence`: losing a licence while
 * shut makes it lapse. `issuedBy` and `example` tell an owner where such evidence comes from and what it looks like.
 */
const requirementRule = z.strictObject({
  code,
  office,
  provider: z.enum(['owner', 'authority']),
  title: wording,
  evidence: wording,
  issuedBy: wording.optional(),
  example: wording.optional(),
  standard: z.string().optional(),
  lapsesWithLicence: z.boolean(),
});

/** What can fall due by the procedure alone. domain.md, rule 6: deadlines bind both sides. */
export const deadlineRule = z.enum([
  'first-inspection',
  're-inspection',
  'evidence-answer',
  'extension-answer',
  'stay-answer',
  'lift-decision',
  'appeal-decision',
  'reopening-decision',
  'approval-answer',
  'appeal',
  'service',
]);

/** How long a deadline runs, in which days, and whose it is: the owner's, or that of one of the `offices` by its function. */
const deadline = z.strictObject({
  days: z.int().positive(),
  count: z.enum(['calendar', 'working']),
  responsible: z.enum(['owner', 'inspection', 'licensing', 'supervision', 'review', 'power', 'office-of-requirement']),
});

/**
 * Which days are working days. `base`: Monday to Friday, or the public holidays and make-up working days of mainland China as
 * `chinese-days` knows them. `years` replaces the base for whole years, for instance one that the base does not cover.
 */
const calendar = z.strictObject({
  base: z.enum(['weekdays', 'china']),
  years: z.array(z.strictObject({ year: z.int(), holidays: z.array(day), makeUpDays: z.array(day) })),
});

/** Who may request an event and who, another person, may grant it. */
const fourEyes = z.strictObject({ request: z.array(role), grant: z.array(role) });

/** A code that an order's grounds or a finding can carry. */
const codeRule = z.strictObject({ code, title: wording });

/** Who is told when something happens: an event type, or `DeadlinePassed`. */
const notice = z.strictObject({ on: z.string(), who: z.array(role).min(1) });

/** The name of a procedure version, for instance `rectification@1`. */
export const procedureReference = z
  .string()
  .regex(/^[a-z][a-z0-9-]*@[1-9]\d*$/, 'must name a procedure version, such as rectification@1')
  .meta({ 'x-input': 'choose', 'x-of': 'procedure' });

/** The versioned rule set of a jurisdiction, as data. A closure cycle is pinned to the version in force when it began. */
export const procedure = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be a code of lower-case letters, digits and hyphens'),
  version: z.int().positive(),
  title: wording,
  zone: z.string(),
  /** The jurisdiction: a move outside it decommissions the mine. */
  regions: z.array(region).min(1),
  calendar,
  checks: z.array(checkRule).min(1),
  requirements: z.array(requirementRule).min(1),
  deadlines: z.record(deadlineRule, deadline),
  /** Days before the last day of a licence on which its end is announced. */
  licenceWarnings: z.array(z.int().nonnegative()),
  fourEyes: z.record(z.string(), fourEyes),
  notices: z.array(notice),
  minimumInspectors: z.int().positive(),
  /** All offices that the procedure names. */
  directory: z.array(officeRule).min(1),
  /** Which office has which function. */
  offices: z.strictObject({
    inspection: office,
    licensing: office,
    supervision: office,
    review: office,
    power: office,
  }),
  /** The codes that grounds of an order can carry; any code where none are listed. */
  groundsCodes: z.array(codeRule),
  /** The codes that findings can carry; any code where none are listed. */
  findingCodes: z.array(codeRule),
});

/** {@link procedure} as a type. */
export type Procedure = z.infer<typeof procedure>;
/** {@link deadlineRule} as a type. */
export type DeadlineRule = z.infer<typeof deadlineRule>;

/** The name of a procedure version, for instance `rectification@1`. */
export function procedureName({ id, version }: Pick<Procedure, 'id' | 'version'>): string {
  return `${id}@${version}`;
}
