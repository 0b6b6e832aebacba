import { Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { numbered, personaName } from './persona-name.ts';
import { signIn, signOut } from './personas.ts';
import type { Session } from './session.ts';
import { usePersonas } from './use-personas.ts';

/** Who one is, and the other people one can be. */
export function PersonaMenu({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const personas = usePersonas();
  const name = personaName(session.role, session.number, t);
  const leave = () => {
    signOut();
    void navigate({ to: '/' });
  };
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <Button kind="quiet" aria-label={`${t('common.session.signedInAs', { name })}. ${t('common.session.change')}`}>
          {name}
          <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
            <path d="M1.5 3.5 5 7l3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('common.session.change')}</Menu.Label>
        {numbered(personas.data ?? []).map(({ person, number }) => (
          <Menu.Item
            key={`${person.role}-${person.actor}`}
            aria-current={person.actor === session.id ? 'true' : undefined}
            onClick={() => void signIn(person, number)}
          >
            {personaName(person.role, number, t)}
          </Menu.Item>
        ))}
        <Menu.Item onClick={leave}>{t('common.session.persona.owner')}…</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={leave}>{t('common.session.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
