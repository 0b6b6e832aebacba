import { useMutation } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { Failure, Loading } from '../design/states.tsx';
import { useWords } from '../language/use-words.ts';
import { ChooseMine } from './choose-mine.tsx';
import { numbered, personaName } from './persona-name.ts';
import { ownerOf, type Persona, signIn } from './personas.ts';
import classes from './sign-in.module.css';
import { usePersonas } from './use-personas.ts';

/** The development sign-in: who are you today? An owner says which mine. */
export function SignIn() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const router = useRouter();
  const personas = usePersonas();
  const [owning, setOwning] = useState(false);
  const signing = useMutation({
    mutationFn: ({ persona, number }: { persona: Persona; number: number }) => signIn(persona, number),
    onSuccess: (_, { persona }) => (persona.role === 'owner' ? navigate({ to: '/my' }) : router.invalidate()),
  });

  return (
    <section className={classes.signIn} aria-labelledby="who">
      <title>{`${t('common.session.title')} · ${t('common.product')}`}</title>
      <div className={classes.head}>
        <h1 id="who">{owning ? t('common.session.chooseMine') : t('common.session.title')}</h1>
        {owning ? null : <p className="quiet">{t('common.session.intro')}</p>}
      </div>
      {signing.isError ? <Failure error={signing.error} /> : null}
      {owning ? (
        <>
          <ChooseMine onChoose={(mine) => signing.mutate({ persona: ownerOf(mine), number: 0 })} />
          <Button onClick={() => setOwning(false)}>{t('common.session.back')}</Button>
        </>
      ) : personas.isPending ? (
        <Loading lines={6} />
      ) : personas.isError ? (
        <Failure error={personas.error} onRetry={() => void personas.refetch()} />
      ) : (
        <ul className={classes.roles}>
          <Role persona={{ role: 'owner' }} number={0} onChoose={() => setOwning(true)} />
          {numbered(personas.data).map(({ person, number }) => (
            <Role
              key={person.actor ?? person.role}
              persona={person}
              number={number}
              onChoose={() => signing.mutate({ persona: person, number })}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function Role({
  persona,
  number,
  onChoose,
}: {
  readonly persona: Persona;
  readonly number: number;
  readonly onChoose: () => void;
}) {
  const { t } = useTranslation();
  const { office } = useWords();
  const { role } = persona;
  if (role === 'system') return null;
  return (
    <li>
      <button type="button" className={classes.role} onClick={onChoose}>
        <span className={classes.who}>
          <span className={classes.name}>{personaName(role, number, t)}</span>
          {persona.office ? <span className={classes.office}>{office(persona.office)}</span> : null}
        </span>
        <span className={classes.does}>
          {number > 1 ? t('common.session.another') : t(`common.session.does.${role}`)}
        </span>
      </button>
    </li>
  );
}
