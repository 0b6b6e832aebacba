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
    { keys: ['/'], does: t('common.shortcuts.search') },
    ...(searches ? [{ keys: ['f'], does: t('common.shortcuts.filters') }] : []),
    { keys: ['j', '↓'], does: t('common.shortcuts.down') },
    { keys: ['k', '↑'], does: t('common.shortcuts.up') },
    { keys: ['Enter'], does: t('common.shortcuts.enter') },
    ...(selects
      ? [
          { keys: ['x'], does: t('common.shortcuts.select') },
          { keys: ['J', 'K', '⇧↓', '⇧↑'], does: t('common.shortcuts.selectOn') },
          { keys: ['Esc'], does: t('common.shortcuts.clear') },
        ]
      : []),
  ];
  return <KeyHelp keys={keys} {...help} />;
}
