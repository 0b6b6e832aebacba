import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { CHORD } from '../palette/palette-button.tsx';
import { useShortcutsAllowed, writeSetting } from '../settings/device-settings.ts';
import classes from './board.module.css';

/**
 * Lists the keys of a list of mines and switches the single ones off; `searches` where there is a field to search with, and filters, `selects` where mines can
 * be selected.
 */
export function Shortcuts({
  searches = false,
  selects = false,
  open,
  onOpen,
  onClose,
}: {
  readonly searches?: boolean;
  readonly selects?: boolean;
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const allowed = useShortcutsAllowed();
  const or = ` ${t('board.shortcuts.or')} `;
  const keys = [
    { keys: ['/'], does: t('board.shortcuts.search') },
    ...(searches ? [{ keys: ['f'], does: t('board.shortcuts.filters') }] : []),
    { keys: ['j', '↓'], does: t('board.shortcuts.down') },
    { keys: ['k', '↑'], does: t('board.shortcuts.up') },
    { keys: ['Enter'], does: t('board.shortcuts.enter') },
    ...(selects
      ? [
          { keys: ['x'], does: t('board.shortcuts.select') },
          { keys: ['J', 'K', '⇧↓', '⇧↑'], does: t('board.shortcuts.selectOn') },
          { keys: ['Esc'], does: t('board.shortcuts.clear') },
        ]
      : []),
    { keys: [CHORD], does: t('board.shortcuts.palette') },
    { keys: ['?'], does: t('board.shortcuts.help') },
  ];
  return (
    <>
      <Button kind="quiet" className={classes.shortcuts} onClick={onOpen}>
        {t('board.shortcuts.title')}
      </Button>
      <Dialog open={open} title={t('board.shortcuts.open')} onClose={onClose}>
        <dl className={classes.keys}>
          {keys.map((key) => (
            <div key={key.does}>
              <dt>
                {key.keys.map((name, index) => (
                  <span key={name}>
                    {index > 0 ? or : null}
                    <kbd>{name}</kbd>
                  </span>
                ))}
              </dt>
              <dd>{key.does}</dd>
            </div>
          ))}
        </dl>
        <label className={classes.switch}>
          <input
            type="checkbox"
            checked={allowed}
            onChange={(event) => writeSetting('shortcuts', event.target.checked ? 'on' : 'off')}
          />
          {t('board.shortcuts.switch')}
        </label>
      </Dialog>
    </>
  );
}
