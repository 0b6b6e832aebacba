import type { Role } from '@rectify/engine/rectification';
import type { TFunction } from 'i18next';

/** What a person of the development sign-in is called: the role, numbered where there are several. */
export function personaName(role: Role, number: number, t: TFunction): string {
  if (role === 'system') return t('domain.role.system');
  const name = t(`common.session.persona.${role}`);
  return number === 0 ? name : t('common.session.numbered', { role: name, number });
}

/** Gives each of several people of the same role a number; a role with one person keeps none. */
export function numbered<T extends { readonly role: Role }>(
  people: readonly T[],
): { readonly person: T; readonly number: number }[] {
  const seen = new Map<Role, number>();
  return people.map((person) => {
    const several = people.filter(({ role }) => role === person.role).length > 1;
    const number = (seen.get(person.role) ?? 0) + 1;
    seen.set(person.role, number);
    return { person, number: several ? number : 0 };
  });
}
