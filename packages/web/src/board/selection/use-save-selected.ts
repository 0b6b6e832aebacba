import { amountText } from '@rectify/words';
import { useTranslation } from 'react-i18next';
import type { MineAnswer } from '../../api/answers.ts';
import { useCampaignName } from '../../campaigns/campaign-names.tsx';
import { casesAsCsv } from '../../campaigns/run/cases-as-csv.ts';
import { saveFile } from '../../design/save-file.ts';
import { dayOfInstant } from '../../language/dates.ts';
import { useWords } from '../../language/use-words.ts';
import type { BoardColumn } from '../columns.ts';
import { useMineWords } from '../mine-words.ts';

/** Saves mines as a file for a spreadsheet: their number, and the columns that the table has; days as `YYYY-MM-DD`, so that they sort. */
export function useSaveSelected(columns: readonly BoardColumn[]): (mines: readonly MineAnswer[]) => void {
  const { t } = useTranslation();
  const words = useWords();
  const lineOf = useMineWords();
  const campaignOf = useCampaignName();
  const told = (mine: MineAnswer): Readonly<Record<BoardColumn, string>> => {
    const { closure, nextDeadline, lastChange } = mine;
    const line = lineOf(mine);
    const shut = mine.shut ? closure : null;
    return {
      status: t(`domain.status.${mine.status}`),
      name: mine.name,
      region: line.region,
      since: shut ? dayOfInstant(shut.since) : '',
      days: shut ? String(shut.days) : '',
      waitingOn: line.waitingOn ?? '',
      nextDeadline: nextDeadline ? `${nextDeadline.dueOn} ${words.deadline(nextDeadline.rule)}` : '',
      lastChange: `${dayOfInstant(lastChange.occurredAt)} ${words.fact(lastChange.type)}`,
      step: words.state('operation', mine.state.operation),
      operator: mine.operator.name,
      capacity: amountText(mine.capacity),
      assignee: mine.assignee ?? '',
      campaign: closure?.campaignId ? campaignOf(closure.campaignId) : '',
    };
  };
  return (mines) => {
    const head = [t('board.select.number'), ...columns.map((column) => t(`board.column.${column}`))];
    const rows = mines.map((mine) => {
      const values = told(mine);
      return [mine.mineId, ...columns.map((column) => values[column])];
    });
    saveFile(new Blob([casesAsCsv([head, ...rows])], { type: 'text/csv' }), 'mines.csv');
  };
}
