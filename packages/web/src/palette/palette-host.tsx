import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../design/dialog.tsx';
import { Loading } from '../design/states.tsx';
import { setPaletteOpen, usePaletteOpen } from './palette-open.ts';

const Palette = lazy(() => import('./palette.tsx'));

/** Opens the palette at Ctrl or ⌘ and K, wherever one is, unless another window is open. What is in it is loaded when it is first opened. */
export function PaletteHost() {
  const { t } = useTranslation();
  const open = usePaletteOpen();
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      if (!open && document.querySelector('dialog[open]')) return;
      event.preventDefault();
      setPaletteOpen(!open);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [open]);
  return (
    <Dialog open={open} title={t('palette.title')} onClose={() => setPaletteOpen(false)}>
      {open ? (
        <Suspense fallback={<Loading lines={6} />}>
          <Palette onDone={() => setPaletteOpen(false)} />
        </Suspense>
      ) : null}
    </Dialog>
  );
}
