import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineAnswer } from '../api/answers.ts';
import type { Cells } from './cells.tsx';
import { type BoardColumn, FIXED } from './columns.ts';
import { SelectBox } from './selection/select-box.tsx';

/** One line of the table. Drawn anew only where what it says is another: there are many, and what stands around them changes often. */
export const MineRow = memo(function MineRow({
  mine,
  index,
  shown,
  cells,
  changed,
  chosen,
  onChoose,
}: {
  readonly mine: MineAnswer;
  readonly index: number;
  readonly shown: readonly BoardColumn[];
  readonly cells: Cells;
  readonly changed: boolean;
  readonly chosen: boolean;
  /** The box was pressed, perhaps with a key held that takes all lines since the last one. */
  readonly onChoose: (mineId: string, event: unknown) => void;
}) {
  const { t } = useTranslation();
  const { mineId, name } = mine;
  const said = cells(mine);
  return (
    <tr data-index={index} aria-rowindex={index + 2} data-changed={changed} data-chosen={chosen}>
      <td data-column="select">
        <SelectBox
          label={t('board.select.one', { name })}
          chosen={chosen}
          onChange={(event) => onChoose(mineId, event)}
        />
      </td>
      {shown.map((column) => {
        const { content, full } = said[column];
        const props = { 'data-column': column, title: full ?? undefined };
        return column === FIXED ? (
          <th key={column} scope="row" {...props}>
            {content}
          </th>
        ) : (
          <td key={column} {...props}>
            {content ?? <span className="quiet">{t('common.nothing')}</span>}
          </td>
        );
      })}
    </tr>
  );
});
