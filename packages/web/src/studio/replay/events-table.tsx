import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sideways } from '../../design/sideways.tsx';
import { useWords } from '../../language/use-words.ts';
import tables from '../tables.module.css';
import type { Moment } from './moments.ts';
import classes from './several.module.css';
import type { MomentWords } from './use-moment-words.ts';

/** The same as a table: every event of every mine in order, each to go to, and where it left the mine. */
export function EventsTable({
  moments,
  index,
  words,
  onStep,
}: {
  readonly moments: readonly Moment[];
  readonly index: number;
  readonly words: MomentWords;
  readonly onStep: (index: number) => void;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={tables.summary}>{t('studio.replay.table')}</summary>
      {open ? (
        <Sideways label={t('studio.replay.tableLabel')}>
          <table className={`${tables.table} ${classes.events}`}>
            <caption className="visually-hidden">{t('studio.replay.table')}</caption>
            <thead>
              <tr>
                {(['when', 'mine', 'what', 'state'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`studio.replay.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {moments.map((moment, at) => (
                <Rows key={moment.place} moment={moment} here={at === index} words={words} onGo={() => onStep(at)} />
              ))}
            </tbody>
          </table>
        </Sideways>
      ) : null}
    </details>
  );
}

function Rows({
  moment,
  here,
  words,
  onGo,
}: {
  readonly moment: Moment;
  readonly here: boolean;
  readonly words: MomentWords;
  readonly onGo: () => void;
}) {
  const { state } = useWords();
  return moment.happened.map(({ mineId, step }) => (
    <tr key={step.standing.event.eventId} aria-current={here ? 'step' : undefined}>
      <td>
        <button type="button" onClick={onGo}>
          {words.whenOf(moment)}
        </button>
      </td>
      <th scope="row">{words.nameOf(mineId)}</th>
      <td>{words.titleOf(mineId, step)}</td>
      <td>{state('operation', step.value.operation)}</td>
    </tr>
  ));
}
