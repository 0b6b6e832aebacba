import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { CHORD } from '../palette/palette-button.tsx';
import { useShortcutsAllowed, writeSetting } from './device-settings.ts';
import classes from './key-help.module.css';

/** Keys any of which does something. */
export interface KeyDoes {
  readonly keys: readonly string[];
  readonly does: string;
}

/** Lists the keys of a page, and those that work everywhere, and switches the single ones off. */
export function KeyHelp({
  keys,
  open,
  onOpen,
  onClose,
}: {
  readonly keys: readonly KeyDoes[];
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const allowed = useShortcutsAllowed();
  const or = ` ${t('common.shortcuts.or')} `;
  const all = [
    ...keys,
    { keys: [CHORD], does: t('common.shortcuts.palette') },
    { keys: ['?'], does: t('common.shortcuts.help') },
  ];
  return (
    <>
      <Button kind="quiet" className={classes.open} onClick={onOpen}>
        {t('common.shortcuts.title')}
      </Button>
      <Dialog open={open} title={t('common.shortcuts.open')} onClose={onClose}>
        <dl className={classes.keys}>
          {all.map((key) => (
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
          {t('common.shortcuts.switch')}
        </label>
      </Dialog>
    </>
  );
}
