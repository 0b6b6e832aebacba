import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Popover } from '../design/popover.tsx';
import { Loading } from '../design/states.tsx';

const LookBackForm = lazy(() => import('./look-back-form.tsx'));

/** A button that opens the two times to choose. What is behind it is loaded when it is first opened. */
export function LookBack({ label }: { readonly label?: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const said = label ?? t('common.asOf.choose');
  return (
    <Popover open={open} onOpen={setOpen} button={said} panelLabel={said}>
      <Suspense fallback={<Loading lines={5} />}>
        <LookBackForm onShown={() => setOpen(false)} />
      </Suspense>
    </Popover>
  );
}
