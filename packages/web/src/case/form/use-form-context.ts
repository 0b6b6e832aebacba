import type { EventType } from '@rectify/engine/rectification';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../../api/answers.ts';
import { newKey } from '../../api/client.ts';
import { useWords } from '../../language/use-words.ts';
import { numbered, personaName } from '../../session/persona-name.ts';
import { useSession } from '../../session/session.ts';
import { usePersonas } from '../../session/use-personas.ts';
import type { Option } from './field.ts';
import type { FormContext } from './fit-to-case.ts';

/** What a form knows of the case, of the person who fills it in, and of whom a case can be given to. */
export function useFormContext(
  mine: MineDetail,
  type: EventType,
): FormContext & { readonly person: string; readonly verb: string } {
  const { t } = useTranslation();
  const { verb } = useWords();
  const session = useSession();
  const personas = usePersonas();
  const [freshId] = useState(() => `O-${newKey().slice(0, 10)}`);
  return useMemo(() => {
    const me: Option[] = session ? [{ value: session.id, label: t('form.myself') }] : [];
    const onlyMyself = type === 'CaseAssigned' && session?.role !== 'supervisor';
    const others = numbered(personas.data ?? []).flatMap(({ person, number }): Option[] =>
      person.actor === undefined || person.actor === session?.id || person.role === 'analyst'
        ? []
        : [{ value: person.actor, label: personaName(person.role, number, t) }],
    );
    return {
      mine,
      people: onlyMyself ? me : type === 'CaseHandedOver' ? others : [...me, ...others],
      freshId,
      person: session?.id ?? '',
      verb: verb(type),
    };
  }, [t, verb, session, personas.data, mine, type, freshId]);
}
