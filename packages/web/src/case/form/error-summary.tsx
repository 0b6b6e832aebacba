import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldId } from './field-id.ts';
import classes from './form.module.css';
import type { Faults } from './refusal.ts';

/** All that is wrong with a form, at its top, each leading to its field. It takes the focus when it appears. */
export function ErrorSummary({
  faults,
  labelOf,
}: {
  readonly faults: Faults;
  readonly labelOf: (pointer: string) => string | null;
}) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.size > 0) box.current?.focus();
  }, [faults]);
  if (faults.size === 0) return null;
  return (
    <div ref={box} className={classes.summary} role="alert" tabIndex={-1}>
      <h3>{t('form.summary')}</h3>
      <ul>
        {[...faults].map(([pointer, text]) => {
          const label = labelOf(pointer);
          if (label === null) return <li key={pointer}>{text}</li>;
          return (
            <li key={pointer}>
              <a
                href={`#${fieldId(pointer)}`}
                onClick={(event) => {
                  event.preventDefault();
                  reveal(document.getElementById(fieldId(pointer)));
                }}
              >
                {t('form.faultOf', { field: label.replace(/[.。]$/, ''), fault: text })}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Opens what hides a field, and puts the focus there. */
function reveal(field: HTMLElement | null): void {
  const folded = field?.closest('details');
  if (folded) folded.open = true;
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
