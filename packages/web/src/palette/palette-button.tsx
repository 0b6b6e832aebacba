import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { Icon } from '../design/icon.tsx';
import classes from './palette.module.css';
import { setPaletteOpen } from './palette-open.ts';

/** Opens the palette, and says by which keys it opens too. Where room is short, and there are no keys, it is a lens. */
export function PaletteButton({ compact }: { readonly compact: boolean }) {
  const { t } = useTranslation();
  return (
    <Button
      kind="quiet"
      className={compact ? undefined : classes.open}
      aria-label={compact ? t('palette.open') : undefined}
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => setPaletteOpen(true)}
    >
      {compact ? (
        <Lens />
      ) : (
        <>
          {t('palette.open')} <kbd>{CHORD}</kbd>
        </>
      )}
    </Button>
  );
}

function Lens() {
  return (
    <Icon>
      <circle cx="6.75" cy="6.75" r="4.5" />
      <path d="m10.25 10.25 4 4" />
    </Icon>
  );
}

/** The keys that open the palette, as this device writes them. */
export const CHORD = navigator.platform.startsWith('Mac') ? '⌘K' : 'Ctrl K';
