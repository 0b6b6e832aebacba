import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { Icon } from '../design/icon.tsx';
import classes from './replay-buttons.module.css';

/** Moves step by step, to both ends, and plays. */
export function ReplayButtons({
  index,
  last,
  playing,
  onStep,
  onToggle,
}: {
  readonly index: number;
  readonly last: number;
  readonly playing: boolean;
  readonly onStep: (index: number) => void;
  readonly onToggle: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.buttons}>
      <Control label={t('replay.first')} disabled={index === 0} onPress={() => onStep(0)}>
        <path d="M5 4v12M15 4.5 8 10l7 5.5Z" />
      </Control>
      <Control label={t('replay.previous')} disabled={index === 0} onPress={() => onStep(index - 1)}>
        <path d="M13 4.5 6 10l7 5.5Z" />
      </Control>
      <Button kind="primary" className={classes.play} onClick={onToggle} aria-pressed={playing}>
        <Icon grid={20} size={16} fill="currentColor" stroke="none">
          {playing ? <path d="M5 4h3.5v12H5ZM11.5 4H15v12h-3.5Z" /> : <path d="M6 3.5 16 10 6 16.5Z" />}
        </Icon>
        {t(playing ? 'common.pause' : 'common.play')}
      </Button>
      <Control label={t('replay.next')} disabled={index === last} onPress={() => onStep(index + 1)}>
        <path d="M7 4.5 14 10l-7 5.5Z" />
      </Control>
      <Control label={t('replay.last')} disabled={index === last} onPress={() => onStep(last)}>
        <path d="M15 4v12M5 4.5 12 10l-7 5.5Z" />
      </Control>
    </div>
  );
}

function Control({
  label,
  disabled,
  onPress,
  children,
}: {
  readonly label: string;
  readonly disabled: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Button aria-label={label} title={label} disabled={disabled} onClick={onPress} className={classes.control}>
      <Icon grid={20} size={18} fill="currentColor">
        {children}
      </Icon>
    </Button>
  );
}
