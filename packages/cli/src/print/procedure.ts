import { type Procedure, procedureName } from '@rectify/engine';
import { heading } from './output.ts';
import { ruleInWords } from './rules.ts';
import { table } from './table.ts';
import { counted } from './times.ts';

/** A procedure in plain words; `standing` says where it is in force. */
export function procedureInWords(procedure: Procedure, standing: string): string {
  const { regions, zone, licenceWarnings, minimumInspectors } = procedure;
  return [
    `${heading(procedureName(procedure))}  ${procedure.title.en}  ${procedure.title['zh-CN']}`,
    standing,
    `For ${regions.join(', ')}; days in ${zone}, ${calendarInWords(procedure)}.`,
    ...section('Checks', checkRows(procedure)),
    `  At least ${counted(minimumInspectors, 'inspector')} present.`,
    ...section('Requirements before reopening', requirementRows(procedure)),
    ...section('Deadlines', deadlineRows(procedure)),
    `  The end of a licence is announced ${licenceWarnings.join(', ') || 'no'} days before.`,
    ...section(
      'Four eyes',
      Object.entries(procedure.fourEyes).map(([type, { request, grant }]) => [
        type,
        `requested by ${request.join(' or ')}, granted by another ${grant.join(' or ')}`,
      ]),
    ),
    ...section(
      'Notices',
      procedure.notices.map(({ on, who }) => [on, who.join(', ')]),
    ),
    ...section(
      'Offices',
      procedure.directory.map(({ code, title, roles, people }) => [
        code,
        `${title.en}: ${roles.map((role) => (people?.[role] === undefined ? role : `${role} (${people[role]})`)).join(', ')}`,
        functionsOf(procedure, code),
      ]),
    ),
    ...section('Codes for grounds of an order', codeRows(procedure.groundsCodes)),
    ...section('Codes for findings', codeRows(procedure.findingCodes)),
  ].join('\n');
}

function checkRows({ checks }: Procedure): string[][] {
  return checks.map(({ code, title, office, takesDocument }) => [
    code,
    title.en,
    office,
    takesDocument ? '' : 'no file, a reference number alone',
  ]);
}

function requirementRows({ requirements }: Procedure): string[][] {
  return requirements.flatMap(({ code, title, office, provider, evidence, issuedBy, example, standard, ...rule }) => [
    [
      code,
      title.en,
      `${office}, evidence from the ${provider}${rule.lapsesWithLicence ? ', lapses with a licence' : ''}`,
    ],
    ['', 'counts:', evidence.en],
    ...(standard === undefined ? [] : [['', 'standard:', standard]]),
    ...(issuedBy ? [['', 'issued by:', issuedBy.en]] : []),
    ...(example ? [['', 'for example:', example.en]] : []),
  ]);
}

function deadlineRows({ deadlines, offices }: Procedure): string[][] {
  const functions: Readonly<Record<string, string>> = offices;
  return Object.entries(deadlines).map(([rule, { days, count, responsible }]) => {
    const office = functions[responsible];
    return [
      ruleInWords(rule),
      `${days} ${count} ${days === 1 ? 'day' : 'days'}`,
      `${responsible.replaceAll('-', ' ')}${office === undefined ? '' : ` (${office})`}`,
    ];
  });
}

function calendarInWords({ calendar: { base, years } }: Procedure): string {
  const days = base === 'china' ? 'working days as in mainland China' : 'working days Monday to Friday';
  return years.length === 0 ? days : `${days}, with its own for ${years.map(({ year }) => year).join(', ')}`;
}

function functionsOf({ offices }: Procedure, code: string): string {
  return Object.entries(offices)
    .filter(([, office]) => office === code)
    .map(([name]) => name)
    .join(', ');
}

function codeRows(codes: Procedure['groundsCodes']): string[][] {
  return codes.map(({ code, title }) => [code, title.en]);
}

function section(title: string, rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const shown = table(
    [],
    rows.map((row) => ['', ...row]),
  );
  return ['', heading(title), shown];
}
