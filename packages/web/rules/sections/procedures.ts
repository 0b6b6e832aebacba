import { type Procedure, procedureName } from '@rectify/engine/rectification';
import type { Words } from '@rectify/words';
import { and, code, list, or, parts, table } from '../markdown.ts';
import { cited, citedForCode } from './foundations.ts';

/** The section on the procedures that come with Rectify. */
export function procedures(words: Words, all: readonly Procedure[]): string {
  return parts(
    '## Procedures',
    `A procedure is the rule set of a jurisdiction, as data, in versions that never change (${cited(['rule 3', 'cycles'])}). An administrator publishes one by \`ProcedurePublished\` and ends it by \`ProcedureWithdrawn\`; where none was published, the first of these rules.`,
    ...all.map((procedure) => asSection(procedure, words)),
  );
}

function asSection(procedure: Procedure, words: Words): string {
  const { title, regions, zone, calendar, minimumInspectors, licenceWarnings, offices } = procedure;
  return parts(
    `### ${procedureName(procedure)}: ${title.en}`,
    title['zh-CN'],
    list([
      `Regions: ${regions.map((region) => `${words.place(region)} (${code(region)})`).join(', ')}. Time zone: ${zone}.`,
      `Working days: ${calendar.base === 'china' ? 'the public holidays and make-up working days of mainland China' : 'Monday to Friday'}.`,
      `Inspectors who have to be present: at least ${minimumInspectors}.`,
      `The end of a licence is announced ${and(licenceWarnings.map(String))} days before its last day.`,
    ]),
    '**Checks** that an inspection has to make:',
    table(
      ['Check', 'English', '中文', 'Office', 'File', 'Source'],
      procedure.checks.map((check) => [
        code(check.code),
        check.title.en,
        check.title['zh-CN'],
        officeIn(procedure, check.office),
        check.takesDocument ? 'a document may be kept' : 'only a reference number is kept',
        citedForCode(check.code),
      ]),
    ),
    '**Requirements** for reopening:',
    ...procedure.requirements.map((requirement) => asTable(requirement, procedure, words)),
    '**Four eyes**: who requests, and which second person grants:',
    table(
      ['Event', 'Requests', 'Grants'],
      Object.entries(procedure.fourEyes).map(([type, { request, grant }]) => [
        `${code(type)}: ${words.fact(type)}`,
        or(request.map(words.role)),
        `a second person: ${or(grant.map(words.role))}`,
      ]),
    ),
    '**Offices**:',
    table(
      ['Office', 'English', '中文', 'Roles', 'Function'],
      procedure.directory.map((office) => [
        code(office.code),
        office.title.en,
        office.title['zh-CN'],
        office.roles.map(words.role).join(', '),
        Object.entries(offices)
          .filter(([, responsible]) => responsible === office.code)
          .map(([name]) => name)
          .join(', '),
      ]),
    ),
    '**Who is told**:',
    table(
      ['When', 'Who'],
      procedure.notices.map(({ on, who }) => [`${code(on)}: ${words.fact(on)}`, who.map(words.role).join(', ')]),
    ),
    codeTable('Grounds of an order', procedure.groundsCodes),
    codeTable('What a finding is about', procedure.findingCodes),
  );
}

function asTable(requirement: Procedure['requirements'][number], procedure: Procedure, words: Words): string {
  const { title, evidence, issuedBy, example, standard } = requirement;
  return table(
    [`${code(requirement.code)}`, 'English', '中文'],
    [
      ['Title', title.en, title['zh-CN']],
      ['Evidence', evidence.en, evidence['zh-CN']],
      ...(issuedBy ? [['Issued by', issuedBy.en, issuedBy['zh-CN']]] : []),
      ...(example ? [['For instance', example.en, example['zh-CN']]] : []),
      ...(standard === undefined ? [] : [['Standard', `“${standard}”, as quoted; not defined in the source`, '']]),
      ['Source', citedForCode(requirement.code), ''],
      ['Office', officeIn(procedure, requirement.office), ''],
      ['Brought by', requirement.provider === 'owner' ? words.role('owner') : 'the authority', ''],
      ['Lapses with a licence', requirement.lapsesWithLicence ? 'yes, when one is lost while shut' : 'no', ''],
    ],
  );
}

function codeTable(title: string, codes: Procedure['groundsCodes']): string {
  if (codes.length === 0) return `**${title}**: any code, for none are listed.`;
  return parts(
    `**${title}**:`,
    table(
      ['Code', 'English', '中文'],
      codes.map((each) => [code(each.code), each.title.en, each.title['zh-CN']]),
    ),
  );
}

function officeIn({ directory }: Procedure, office: string): string {
  return directory.find((each) => each.code === office)?.title.en ?? office;
}
