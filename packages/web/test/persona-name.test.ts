import { expect, test } from '@jest/globals';
import { numbered, personaName } from '../src/session/persona-name.ts';
import { inLanguage } from './in-language.ts';

test('several people of one role are told apart by a number, a single one is not numbered', async () => {
  const english = await inLanguage('en');
  const people = [{ role: 'supervisor' }, { role: 'analyst' }, { role: 'supervisor' }] as const;
  const names = numbered(people).map(({ person, number }) => personaName(person.role, number, english));
  expect(names).toEqual(['Supervisor 1', 'Analyst', 'Supervisor 2']);
});
