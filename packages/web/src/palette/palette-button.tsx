import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import classes from './palette.module.css';
import { setPaletteOpen } from './palette-open.ts';

/** Opens the palette, and says by which keys it opens too. */
export function PaletteButton() {
  const { t } = useTranslation();
  return (
    <Button
      kind="quiet"
      className={classes.open}
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => setPaletteOpen(true)}
    >
      {t('palette.open')} <kbd>{CHORD}</kbd>
    </Button>
  );
}

/** The keys that open the palette, as this device writes them. */
export const CHORD = navigator.platform.startsWith('Mac') ? '⌘K' : 'Ctrl K';
