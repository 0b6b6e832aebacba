import {
  columnVisibilityFeature,
  createColumnHelper,
  type RowSelectionState,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type Dispatch, type SetStateAction, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineAnswer } from '../api/answers.ts';
import { Sideways } from '../design/sideways.tsx';
import { SortHead } from '../design/sort-head.tsx';
import { type Sort, type SortColumn, sortColumns } from './board-search.ts';
import { useCells } from './cells.tsx';
import { type BoardColumn, boardColumns, FIXED, shares } from './columns.ts';
import classes from './mines-table.module.css';
import { SelectBox } from './selection/select-box.tsx';
import { useVirtualLines } from './use-virtual-lines.ts';

const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature });
const helper = createColumnHelper<typeof features, MineAnswer>();
const columns = helper.columns(boardColumns.map((id) => helper.display({ id })));

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
  const columnVisibility = useMemo(
    () => Object.fromEntries(boardColumns.map((column) => [column, shown.includes(column)])),
    [shown],
  );
  const table = useTable({
    features,
    columns,
    data: mines,
    getRowId: ({ mineId }) => mineId,
    state: { rowSelection: selection, columnVisibility },
    onRowSelectionChange: onSelect,
  });
  const { rows } = table.getRowModel();
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
          const { mineId, name } = row.original;
          const said = cells(row.original);
          return (
            <tr
              key={mineId}
              data-index={line.index}
              aria-rowindex={line.index + 2}
              data-changed={changed.has(mineId)}
              data-chosen={row.getIsSelected()}
            >
              <td data-column="select">
                <SelectBox
                  label={t('board.select.one', { name })}
                  chosen={row.getIsSelected()}
                  onChange={row.getToggleSelectedHandler()}
                />
              </td>
              {row.getVisibleCells().map(({ id, column }) => {
                const at = boardColumns.find((known) => known === column.id) ?? FIXED;
                const { content, full } = said[at];
                const props = { 'data-column': at, title: full ?? undefined };
                return at === FIXED ? (
                  <th key={id} scope="row" {...props}>
                    {content}
                  </th>
                ) : (
                  <td key={id} {...props}>
                    {content ?? <span className="quiet">{t('common.nothing')}</span>}
                  </td>
                );
              })}
            </tr>
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
