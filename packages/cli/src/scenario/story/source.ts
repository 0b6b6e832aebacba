import { officials, type Person, type Source } from '@rectify/engine';

/** The source of everything that the demonstration makes up. */
export const invented: Source = { kind: 'invented' };

/** The office of an official in a fact of the report, which names none. */
const OFFICE_NOT_STATED = 'not-stated';

/** Who acts, as a fact from a source may say it: the report states no office, so a reported fact has none. */
export function asSourceSays(person: Person, source: Source): Person {
  const named = source.kind !== 'report' || !officials.includes(person.role);
  return named ? person : { ...person, office: OFFICE_NOT_STATED };
}
