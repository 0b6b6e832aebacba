import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHelp } from '../settings/key-help.tsx';

/**
 * Lists the keys of a list of mines; `searches` where there is a field to search with, and filters, `selects` where mines can
 * be selected.
 */
export function Shortcuts({
  searches = false,
  selects = false,
  ...help
}: { readonly searches?: boolean; readonly selects?: boolean } & Omit<ComponentProps<typeof KeyHelp>, 'keys'>) {
  const { t } = useTranslation();
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
  ];
  return <KeyHelp keys={keys} {...help} />;
}
