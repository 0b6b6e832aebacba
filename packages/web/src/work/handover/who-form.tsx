import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Handover } from '../../api/handovers.ts';
import { Button } from '../../design/button.tsx';
import { numbered, personaName } from '../../session/persona-name.ts';
import { usePersonas } from '../../session/use-personas.ts';
import classes from './hand-over.module.css';

/** Asks who is away and who takes the cases. People are named by their ids; the known ones are offered. */
export function WhoForm({
  assignees,
  asking,
  onAsk,
}: {
  readonly assignees: readonly string[];
  readonly asking: boolean;
  readonly onAsk: (who: Handover) => void;
}) {
  const { t } = useTranslation();
  const [who, setWho] = useState<Handover>({ from: '', to: '' });
  const [fault, setFault] = useState<string | null>(null);
  const faultId = useId();
  const ask = () => {
    const from = who.from.trim();
    const to = who.to.trim();
    if (from === '' || to === '') return setFault(t('work.handOver.fault.missing'));
    if (from === to) return setFault(t('work.handOver.fault.same'));
    setFault(null);
    onAsk({ from, to });
  };
  const field = { assignees, faultId: fault === null ? undefined : faultId };
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <PersonField
        {...field}
        label={t('work.handOver.from')}
        value={who.from}
        onEnter={(from) => setWho({ ...who, from })}
      />
      <PersonField {...field} label={t('work.handOver.to')} value={who.to} onEnter={(to) => setWho({ ...who, to })} />
      {fault === null ? null : (
        <p id={faultId} role="alert" className={classes.fault}>
          {fault}
        </p>
      )}
      <div className={classes.buttons}>
        <Button kind="primary" type="submit" disabled={asking}>
          {t('work.handOver.show')}
        </Button>
      </div>
    </form>
  );
}

function PersonField({
  label,
  value,
  assignees,
  faultId,
  onEnter,
}: {
  readonly label: string;
  readonly value: string;
  readonly assignees: readonly string[];
  readonly faultId: string | undefined;
  readonly onEnter: (id: string) => void;
}) {
  const id = useId();
  return (
    <p className={classes.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        list={`${id}-known`}
        value={value}
        autoComplete="off"
        aria-invalid={faultId === undefined ? undefined : true}
        aria-describedby={faultId}
        onChange={({ target }) => onEnter(target.value)}
      />
      <datalist id={`${id}-known`}>
        <KnownPeople assignees={assignees} />
      </datalist>
    </p>
  );
}

function KnownPeople({ assignees }: { readonly assignees: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  const { data } = usePersonas();
  const people = numbered(data ?? []).filter(({ person }) => person.role !== 'analyst' && person.role !== 'admin');
  const others = assignees.filter((id) => !people.some(({ person }) => person.actor === id));
  return (
    <>
      {people.map(({ person, number }) => (
        <option key={person.actor} value={person.actor}>
          {personaName(person.role, number, t)}
        </option>
      ))}
      {others.map((id) => (
        <option key={id} value={id} />
      ))}
    </>
  );
}
