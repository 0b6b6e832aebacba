import { useMutation } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../design/dialog.tsx';
import { Icon } from '../design/icon.tsx';
import { Popover } from '../design/popover.tsx';
import { Failure } from '../design/states.tsx';
import { useKeptActs } from '../outbox/kept-acts.ts';
import { clearDevice, SignOutRefused } from '../outbox/sign-out.tsx';
import { ChooseMine } from './choose-mine.tsx';
import classes from './persona-menu.module.css';
import { numbered, personaName } from './persona-name.ts';
import { ownerOf, type Persona, signIn, signOut } from './personas.ts';
import type { Session } from './session.ts';
import { usePersonas } from './use-personas.ts';

/** Who one is, and the other people one can be. Officials stay on the page they are on; an owner goes to the own mine, an administrator to the server. */
export function PersonaMenu({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const personas = usePersonas();
  const [open, setOpen] = useState(false);
  const [owning, setOwning] = useState(false);
  const name = personaName(session.role, session.number, t);
  const change = useMutation({
    mutationFn: ({ persona, number }: { persona: Persona; number: number }) => signIn(persona, number),
    onSuccess: async (_, { persona }) => {
      setOwning(false);
      if (persona.role === 'owner') await navigate({ to: '/my' });
      else if (persona.role === 'admin') await navigate({ to: '/server' });
      else if (/^\/(my|server)/.test(pathname)) await navigate({ to: '/mines' });
    },
  });
  /** Whoever goes would leave behind on this device what the server has not received. */
  const [staying, setStaying] = useState<(() => void) | null>(null);
  const unsent = useKeptActs().filter(({ state }) => state !== 'received');
  const then = (act: () => void) => {
    setOpen(false);
    if (unsent.length > 0) setStaying(() => act);
    else act();
  };
  const leave = () => {
    void clearDevice(session.id);
    signOut();
    void navigate({ to: '/' });
  };
  return (
    <>
      <Popover
        open={open}
        onOpen={setOpen}
        label={`${t('common.session.signedInAs', { name })}. ${t('common.session.change')}`}
        panelLabel={t('common.session.change')}
        button={
          <>
            {name}
            <Icon grid={10}>
              <path d="M1.5 3.5 5 7l3.5-3.5" />
            </Icon>
          </>
        }
      >
        <ul className={classes.people}>
          {numbered(personas.data ?? []).map(({ person, number }) => (
            <Choice
              key={`${person.role}-${person.actor}`}
              current={person.actor === session.id}
              onChoose={() => then(() => change.mutate({ persona: person, number }))}
            >
              {personaName(person.role, number, t)}
            </Choice>
          ))}
          <Choice current={session.role === 'owner'} onChoose={() => then(() => setOwning(true))}>
            {t('common.session.asOwner')}
          </Choice>
          <Choice current={false} onChoose={() => then(leave)}>
            {t('common.session.signOut')}
          </Choice>
        </ul>
      </Popover>
      <SignOutRefused
        acts={staying ? unsent : []}
        onStay={() => setStaying(null)}
        onLeave={() => {
          setStaying(null);
          staying?.();
        }}
      />
      <Dialog open={owning} title={t('common.session.chooseMine')} onClose={() => setOwning(false)}>
        {owning ? <ChooseMine onChoose={(mine) => change.mutate({ persona: ownerOf(mine), number: 0 })} /> : null}
      </Dialog>
      <Dialog open={change.isError} title={t('common.session.failed')} onClose={change.reset}>
        <Failure error={change.error} />
      </Dialog>
    </>
  );
}

function Choice({
  current,
  onChoose,
  children,
}: {
  readonly current: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <li>
      <button type="button" aria-current={current ? 'true' : undefined} onClick={onChoose}>
        {children}
      </button>
    </li>
  );
}
