import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { Popover } from '../design/popover.tsx';
import { writeSetting } from '../settings/device-settings.ts';
import classes from './board.module.css';
import { type BoardColumn, boardColumns, columnsText, FIXED } from './columns.ts';

/** Chooses the columns of the table; the choice stands in the address and is kept on this device. */
export function ColumnChoice({
  shown,
  onChange,
}: {
  readonly shown: readonly BoardColumn[];
  readonly onChange: (columns: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const choose = (columns: string | undefined) => {
    writeSetting('columns', columns ?? '');
    onChange(columns);
  };
  return (
    <Popover
      open={open}
      onOpen={setOpen}
      button={t('board.columns.title')}
      className={classes.columns}
      panelLabel={t('board.columns.title')}
    >
      <fieldset className={classes.choice}>
        <legend>{t('board.columns.choose')}</legend>
        {boardColumns.map((column) => (
          <label key={column}>
            <input
              type="checkbox"
              checked={shown.includes(column)}
              disabled={column === FIXED}
              onChange={() =>
                choose(
                  columnsText(shown.includes(column) ? shown.filter((other) => other !== column) : [...shown, column]),
                )
              }
            />
            {t(`board.column.${column}`)}
          </label>
        ))}
      </fieldset>
      <Button kind="quiet" flush onClick={() => choose(undefined)}>
        {t('board.columns.usual')}
      </Button>
    </Popover>
  );
}
