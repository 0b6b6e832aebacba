import { Menu } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { Failure } from '../design/states.tsx';
import { ChooseMine } from './choose-mine.tsx';
import { numbered, personaName } from './persona-name.ts';
import { ownerOf, type Persona, signIn, signOut } from './personas.ts';
import type { Session } from './session.ts';
import { usePersonas } from './use-personas.ts';

/** Who one is, and the other people one can be. Officials stay on the page they are on; an owner goes to the own mine. */
export function PersonaMenu({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const personas = usePersonas();
  const [owning, setOwning] = useState(false);
  const name = personaName(session.role, session.number, t);
  const change = useMutation({
    mutationFn: ({ persona, number }: { persona: Persona; number: number }) => signIn(persona, number),
    onSuccess: async (_, { persona }) => {
      setOwning(false);
      if (persona.role === 'owner') await navigate({ to: '/my' });
      else if (pathname.startsWith('/my')) await navigate({ to: '/mines' });
    },
  });
  const leave = () => {
    signOut();
    void navigate({ to: '/' });
  };
  return (
    <>
      <Menu position="bottom-end" shadow="md" withinPortal>
        <Menu.Target>
          <Button
            kind="quiet"
            aria-label={`${t('common.session.signedInAs', { name })}. ${t('common.session.change')}`}
          >
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
              onClick={() => change.mutate({ persona: person, number })}
            >
              {personaName(person.role, number, t)}
            </Menu.Item>
          ))}
          <Menu.Item aria-current={session.role === 'owner' ? 'true' : undefined} onClick={() => setOwning(true)}>
            {t('common.session.persona.owner')}…
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={leave}>{t('common.session.signOut')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Dialog open={owning} title={t('common.session.chooseMine')} onClose={() => setOwning(false)}>
        {owning ? <ChooseMine onChoose={(mine) => change.mutate({ persona: ownerOf(mine), number: 0 })} /> : null}
      </Dialog>
      <Dialog open={change.isError} title={t('common.session.failed')} onClose={change.reset}>
        <Failure error={change.error} />
      </Dialog>
    </>
  );
}
