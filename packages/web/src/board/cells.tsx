import { amountText } from '@rectify/words';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineAnswer } from '../api/answers.ts';
import { useCampaignName } from '../campaigns/campaign-names.tsx';
import { ClosureMarks } from '../design/closure-marks.tsx';
import { StatusMark } from '../design/status-mark.tsx';
import { useWords } from '../language/use-words.ts';
import { useSession } from '../session/session.ts';
import { usePersonName } from '../work/use-person-name.ts';
import type { BoardColumn } from './columns.ts';
import { type MineLine, useMineWords } from './mine-words.ts';
import classes from './mines-table.module.css';

/** What a line of the table says in a column; null where there is nothing to say. `full` is the whole of what may be cut off. */
export interface Cell {
  readonly content: ReactNode;
  readonly full?: string | null;
}

/** What a line of the table says, column by column. */
export type Cells = (mine: MineAnswer) => Readonly<Record<BoardColumn, Cell>>;

/** What the lines of the table say. */
export function useCells(): Cells {
  const words = useMineWords();
  const { state } = useWords();
  const nameOf = usePersonName();
  const campaignOf = useCampaignName();
  return useMemo(
    () => (mine) => {
      const line = words(mine);
      const assignee = mine.assignee === null ? null : nameOf(mine.assignee);
      const campaignId = mine.closure?.campaignId;
      const campaign = campaignId ? campaignOf(campaignId) : null;
      return {
        status: { content: <Standing mine={mine} /> },
        name: { content: <MineLink mine={mine} />, full: mine.name },
        region: { content: line.region },
        since: { content: line.since },
        days: { content: line.days, full: line.exactly },
        waitingOn: { content: line.waitingOn, full: line.waitingOn },
        nextDeadline: { content: line.due === null ? null : <Deadline line={line} />, full: line.dueFor },
        lastChange: { content: <LastChange mine={mine} line={line} />, full: line.change },
        step: { content: state('operation', mine.state.operation), full: state('operation', mine.state.operation) },
        operator: { content: mine.operator.name, full: mine.operator.name },
        capacity: { content: amountText(mine.capacity) },
        assignee: { content: assignee, full: assignee },
        campaign: { content: campaign, full: campaign },
      };
    },
    [words, state, nameOf, campaignOf],
  );
}

function Standing({ mine: { status, closure } }: { readonly mine: MineAnswer }) {
  return (
    <span className={classes.status}>
      <StatusMark status={status} />
      <ClosureMarks closure={closure} />
    </span>
  );
}

function MineLink({ mine: { mineId, name } }: { readonly mine: MineAnswer }) {
  return (
    <Link to="/mines/$mineId" params={{ mineId }} data-mine={mineId}>
      <span className={classes.name}>{name}</span>
      <span className={classes.id}>{mineId}</span>
    </Link>
  );
}

function Deadline({ line: { due, dueFor, late } }: { readonly line: MineLine }) {
  return (
    <span className={classes.pair}>
      {late ? <strong>{late}</strong> : due}
      <span className={classes.beside}>{late ? due : dueFor}</span>
    </span>
  );
}

function LastChange({ mine: { mineId, name }, line }: { readonly mine: MineAnswer; readonly line: MineLine }) {
  const { t } = useTranslation();
  const analyst = useSession()?.role === 'analyst';
  return (
    <span className={classes.pair}>
      <span className={classes.changedOn}>{line.changedOn}</span>
      <span className={classes.beside}>{line.change}</span>
      {analyst ? (
        <Link to="/mines/$mineId/replay" params={{ mineId }} className={classes.replay}>
          {t('common.nav.replay')}
          <span className="visually-hidden"> {name}</span>
        </Link>
      ) : null}
    </span>
  );
}
