import { Popover } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { Loading } from '../design/states.tsx';

const LookBackForm = lazy(() => import('./look-back-form.tsx'));

/** A button that opens the two times to choose. What is behind it is loaded when it is first opened. */
export function LookBack({ label }: { readonly label?: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" shadow="md" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {label ?? t('common.asOf.choose')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={<Loading lines={5} />}>
          <LookBackForm onShown={() => setOpen(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
