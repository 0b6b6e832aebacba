import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineList } from '../api/answers.ts';
import { request } from '../api/client.ts';
import { useAsOf } from '../as-of/use-as-of.ts';
import { StatusShape } from '../design/status-mark.tsx';
import { useWords } from '../language/use-words.ts';
import { useSession } from '../session/session.ts';
import { matching } from './command.ts';
import classes from './palette.module.css';
import { useCommands } from './use-commands.ts';

/** How many mines are offered. */
const MINES = 6;

const groups = ['actions', 'days', 'screens', 'settings'] as const;

/** One field for all that one can go to or do: what is typed finds mines by id, name or operator, places, actions, days and settings. */
export default function Palette({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { place } = useWords();
  const [typed, setTyped] = useState('');
  const mines = useMinesFound(useDeferredValue(typed.trim()));
  const commands = matching(useCommands(typed), typed);
  const found = typed.trim() === '' ? [] : (mines.data?.items ?? []);
  const choose = (run: () => void) => {
    onDone();
    run();
  };
  return (
    <Command label={t('palette.title')} shouldFilter={false} loop className={classes.palette}>
      <Command.Input
        autoFocus
        value={typed}
        onValueChange={setTyped}
        placeholder={t('palette.placeholder')}
        className={classes.field}
      />
      <Command.List className={classes.list}>
        <Command.Empty className={classes.empty}>
          {mines.isFetching ? t('common.state.loading') : t('palette.nothing', { typed: typed.trim() })}
        </Command.Empty>
        {groups.map((group) => {
          const own = commands.filter((command) => command.group === group);
          return own.length === 0 ? null : (
            <Command.Group key={group} heading={t(`palette.group.${group}`)}>
              {own.map(({ id, text, note, run }) => (
                <Command.Item key={id} value={id} onSelect={() => choose(run)}>
                  <span className={classes.text}>{text}</span>
                  {note ? <span className="quiet">{note}</span> : null}
                </Command.Item>
              ))}
            </Command.Group>
          );
        })}
        {found.length > 0 ? (
          <Command.Group heading={t('palette.group.mines')}>
            {found.map(({ mineId, name, status, region }) => (
              <Command.Item
                key={mineId}
                value={`mine ${mineId}`}
                onSelect={() => choose(() => void navigate({ to: '/mines/$mineId', params: { mineId } }))}
              >
                <StatusShape status={status} />
                <span className={classes.text}>{name}</span>
                <span className="quiet">
                  {t(`domain.status.${status}`)} · {mineId} · {place(region)}
                </span>
              </Command.Item>
            ))}
          </Command.Group>
        ) : null}
      </Command.List>
    </Command>
  );
}

/** Mines by words in id, name or operator, at the times the page looks at; an administrator sees no case. */
function useMinesFound(q: string) {
  const { instants } = useAsOf();
  const role = useSession()?.role;
  return useQuery({
    queryKey: ['mines', 'palette', q, instants],
    queryFn: ({ signal }) =>
      request<MineList>('GET', '/v1/mines', { query: { q, limit: MINES, sort: 'name', ...instants }, signal }),
    placeholderData: keepPreviousData,
    enabled: q !== '' && role !== 'admin',
  });
}
