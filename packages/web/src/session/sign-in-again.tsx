import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonRow } from '../design/button.tsx';
import { Failure } from '../design/states.tsx';
import { personaName } from './persona-name.ts';
import { renewSession, signOut } from './personas.ts';
import { type Session, useRanOut, useSession } from './session.ts';
import classes from './sign-in-again.module.css';

/** Asks whoever's session ran out to sign in again, over the page as they left it: nothing can be read until they have, and nothing is lost. */
export function SignInAgain() {
  const session = useSession();
  const ranOut = useRanOut();
  return session && ranOut ? <Again session={session} /> : null;
}

function Again({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const renewing = useMutation({ networkMode: 'always', mutationFn: () => renewSession(session) });
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes.again}
      aria-labelledby={heading}
      onCancel={(event) => event.preventDefault()}
      onClose={() => dialog.current?.showModal()}
    >
      <h2 id={heading}>{t('common.session.again.title')}</h2>
      <p>{t('common.session.again.kept')}</p>
      {renewing.isError ? <Failure error={renewing.error} /> : null}
      <ButtonRow className={classes.choices}>
        <Button kind="primary" autoFocus disabled={renewing.isPending} onClick={() => renewing.mutate()}>
          {t('common.session.again.as', { name: personaName(session.role, session.number, t) })}
        </Button>
        <Button kind="quiet" onClick={signOut}>
          {t('common.session.again.other')}
        </Button>
      </ButtonRow>
    </dialog>
  );
}
