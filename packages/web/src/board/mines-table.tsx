import { type RowSelectionState, rowSelectionFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { type Dispatch, type SetStateAction, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineAnswer } from '../api/answers.ts';
import { Sideways } from '../design/sideways.tsx';
import { SortHead } from '../design/sort-head.tsx';
import { type Sort, type SortColumn, sortColumns } from './board-search.ts';
import { useCells } from './cells.tsx';
import { type BoardColumn, shares } from './columns.ts';
import { MineRow } from './mine-row.tsx';
import classes from './mines-table.module.css';
import { SelectBox } from './selection/select-box.tsx';
import { useVirtualLines } from './use-virtual-lines.ts';

const features = tableFeatures({ rowSelectionFeature });

/** The table knows which lines are selected; what stands in them is said by {@link MineRow}. */
const columns: [] = [];

/** How wide the column of the boxes is, in pixels. */
const BOX = 36;

/** How many shares there is room for on a desk: more columns keep their width, and the table moves sideways. */
const ROOM = 110;

/** How wide a share then is, in pixels. */
const SHARE = 10.6;

/** The mines as a table, one line each, of which only those near the window are drawn; a column is sorted by pressing its name. */
export function MinesTable({
  mines,
  total,
  shown,
  changed,
  sort,
  onSort,
  selection,
  onSelect,
}: {
  readonly mines: readonly MineAnswer[];
  /** Null while it is not known. */
  readonly total: number | null;
  readonly shown: readonly BoardColumn[];
  readonly changed: ReadonlySet<string>;
  readonly sort: Sort;
  readonly onSort: (column: SortColumn) => void;
  readonly selection: RowSelectionState;
  readonly onSelect: Dispatch<SetStateAction<RowSelectionState>>;
}) {
  const { t } = useTranslation();
  const cells = useCells();
  const body = useRef<HTMLTableSectionElement>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const table = useTable({
    features,
    columns,
    data: mines,
    getRowId: ({ mineId }) => mineId,
    state: { rowSelection: selection },
    onRowSelectionChange: onSelect,
  });
  const { rows } = table.getRowModel();
  const { getRow } = table;
  const choose = useCallback(
    (mineId: string, event: unknown) => getRow(mineId).getToggleSelectedHandler()(event),
    [getRow],
  );
  const lines = useVirtualLines({ body, count: rows.length, focused });
  const whole = shown.reduce((sum, column) => sum + shares[column], 0);
  const isWide = whole > ROOM;
  const drawn = (
    <table
      className={classes.table}
      data-wide={isWide}
      data-selecting={table.getIsSomeRowsSelected() || table.getIsAllRowsSelected()}
      style={isWide ? { minInlineSize: BOX + whole * SHARE } : undefined}
      aria-rowcount={total === null ? -1 : total + 1}
    >
      <caption className="visually-hidden">{t('board.title')}</caption>
      <colgroup>
        <col style={{ inlineSize: BOX }} />
        {shown.map((column) => (
          <col key={column} style={{ inlineSize: `${(shares[column] / whole) * 100}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col" data-column="select">
            <SelectBox
              label={t('board.select.all')}
              chosen={table.getIsAllRowsSelected() || (table.getIsSomeRowsSelected() && 'some')}
              onChange={table.getToggleAllRowsSelectedHandler()}
            />
          </th>
          {shown.map((column) =>
            isSortable(column) ? (
              <SortHead key={column} column={column} order={sort} onSort={() => onSort(column)}>
                {t(`board.column.${column}`)}
              </SortHead>
            ) : (
              <th key={column} scope="col" data-column={column}>
                <span className={classes.head}>{t(`board.column.${column}`)}</span>
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody ref={body} onFocus={({ target }) => setFocused(indexOf(target))}>
        {lines.map((line) => {
          if (line.kind === 'gap')
            return (
              // biome-ignore lint/a11y/noAriaHiddenOnFocusable: the row is empty and cannot have the focus
              <tr key={line.key} aria-hidden="true" className={classes.gap}>
                <td colSpan={shown.length + 1} style={{ blockSize: line.height }} />
              </tr>
            );
          const row = rows[line.index];
          if (!row) return null;
          const { mineId } = row.original;
          return (
            <MineRow
              key={mineId}
              mine={row.original}
              index={line.index}
              shown={shown}
              cells={cells}
              changed={changed.has(mineId)}
              chosen={row.getIsSelected()}
              onChoose={choose}
            />
          );
        })}
      </tbody>
    </table>
  );
  return isWide ? <Sideways label={t('board.title')}>{drawn}</Sideways> : drawn;
}

function isSortable(column: BoardColumn): column is SortColumn {
  return sortColumns.some((sortable) => sortable === column);
}

function indexOf(target: EventTarget): number | null {
  const line = target instanceof Element ? target.closest<HTMLElement>('tr[data-index]') : null;
  return line ? Number(line.dataset.index) : null;
}
