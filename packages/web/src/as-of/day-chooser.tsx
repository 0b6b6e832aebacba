import { Popover } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { Loading } from '../design/states.tsx';

const Calendar = lazy(() => import('./calendar.tsx'));

/** A button that opens a calendar with a typed day beside it. The calendar is loaded when it is first opened. */
export function DayChooser({
  day,
  onChoose,
  label,
}: {
  readonly day: string | undefined;
  readonly onChoose: (day: string) => void;
  readonly label?: string;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" shadow="md" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {label ?? t('common.asOf.choose')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={<Loading lines={5} />}>
          <Calendar
            day={day}
            onChoose={(chosen) => {
              setOpen(false);
              onChoose(chosen);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
