import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHelp } from '../settings/key-help.tsx';

/** Lists the keys of a replay; `several` where histories are replayed side by side, and one of them is chosen. */
export function ReplayKeyHelp({
  several = false,
  ...help
}: { readonly several?: boolean } & Omit<ComponentProps<typeof KeyHelp>, 'keys'>) {
  const { t } = useTranslation();
  const keys = [
    { keys: ['→'], does: t('replay.key.next') },
    { keys: ['←'], does: t('replay.key.previous') },
    ...(several
      ? [
          { keys: ['⇧→'], does: t('replay.key.nextOfMine') },
          { keys: ['⇧←'], does: t('replay.key.previousOfMine') },
          { keys: ['j'], does: t('replay.key.nextMine') },
          { keys: ['k'], does: t('replay.key.previousMine') },
        ]
      : []),
    { keys: ['Home'], does: t('replay.key.first') },
    { keys: ['End'], does: t('replay.key.last') },
    { keys: [t('replay.key.space')], does: t('replay.key.toggle') },
  ];
  return <KeyHelp keys={keys} {...help} />;
}
