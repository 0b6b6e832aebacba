import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { numbered, personaName } from '../session/persona-name.ts';
import { useSession } from '../session/session.ts';
import { usePersonas } from '../session/use-personas.ts';

/** Says who a person is by their id: oneself, somebody the sign-in offers by name, else the id itself. */
export function usePersonName(): (id: string) => string {
  const { t } = useTranslation();
  const me = useSession()?.id;
  const { data } = usePersonas();
  const names = useMemo(
    () =>
      new Map(
        numbered(data ?? []).flatMap(({ person, number }) =>
          person.actor === undefined ? [] : [[person.actor, personaName(person.role, number, t)] as const],
        ),
      ),
    [data, t],
  );
  return useCallback((id) => (id === me ? t('common.you') : (names.get(id) ?? id)), [me, names, t]);
}
