import { lazy, type ReactNode, Suspense, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CiteButton } from '../../citation/cite-button.tsx';
import { useNarrow } from '../../design/use-narrow.ts';
import classes from './chart.module.css';
import type { Drawing, Picked } from './chart-option.ts';
import type { Sheet } from './csv.ts';
import { Downloads } from './downloads.tsx';
import type { Origin } from './printed.ts';
import { usePrinted } from './use-printed.ts';

const Chart = lazy(() => import('./chart.tsx'));

/** A day such as 5 Nov 2018, which no line is to break. */
const daysOfTheYear = /\d{1,2} \p{L}+ \d{4}/gu;

/** A picture under the sentence that it shows, with its method, where it is from, what can be saved of it, and a table that says the same. */
export function StudioFigure({
  finding,
  second = false,
  busy = false,
  drawing,
  onPick,
  caption,
  origin,
  cited = origin,
  figure,
  sheet,
  file,
  children,
}: {
  readonly finding: string;
  /** Not the first on its page. */
  readonly second?: boolean;
  /** What is shown is of before, while what was asked for is on its way. */
  readonly busy?: boolean;
  readonly drawing: Drawing;
  readonly onPick?: (picked: Picked) => void;
  /** The method, and the clock. */
  readonly caption: readonly string[];
  readonly origin: Origin;
  /** The answer that the figure of the finding is cited in, where it is not the one that the picture is from. */
  readonly cited?: Pick<Origin, 'path' | 'query'>;
  /** The figure of the finding in the answer, as a JSON pointer. */
  readonly figure: string;
  readonly sheet: Sheet;
  /** What files of it are called. */
  readonly file: string;
  /** The table that says the same. */
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const heading = useId();
  const place = useRef<HTMLElement>(null);
  const { words, query } = usePrinted()(origin);
  const narrow = useNarrow();
  const notes = [...caption, `${words} · ${query}`];
  return (
    <section ref={place} aria-labelledby={heading} aria-busy={busy} className={classes.figure}>
      <h2 id={heading} className={classes.finding} data-size={second ? 'second' : 'first'}>
        {finding.replaceAll(daysOfTheYear, (day) => day.replaceAll(' ', '\u00a0'))}
      </h2>
      <Suspense
        fallback={<div aria-busy="true" className={classes.waiting} style={{ blockSize: drawing.height(narrow) }} />}
      >
        <Chart label={t('citation.picture', { finding })} drawing={drawing} onPick={onPick} />
      </Suspense>
      <div className={classes.caption}>
        {caption.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
      <p className={classes.printed}>
        {words}
        <span className={classes.onPaper}> · {query}</span>
      </p>
      <details className={`${classes.query} on-screen-only`}>
        <summary>{t('citation.query')}</summary>
        <code>{query}</code>
      </details>
      <div className={classes.tools}>
        <Downloads
          drawing={drawing}
          lettering={{ finding, notes }}
          origin={origin}
          sheet={sheet}
          file={file}
          within={place}
        />
        <CiteButton path={cited.path} query={cited.query} figure={figure} />
      </div>
      {children}
    </section>
  );
}
