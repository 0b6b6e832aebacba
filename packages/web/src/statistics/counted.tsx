import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/use-words.ts';
import { countedIn } from './counted-in.ts';

/** A figure that opens what it counts; the bare figure where that is nothing, or cannot be told. */
export function Counted({
  count,
  query,
  children,
}: {
  readonly count: number;
  /** What the API explains the figure by. */
  readonly query: string | null | undefined;
  /** What to show instead of the bare number. */
  readonly children?: ReactNode;
}) {
  const language = useLanguage();
  const figure = children ?? new Intl.NumberFormat(language).format(count);
  if (count === 0 || query === null || query === undefined) return figure;
  const { to, search } = countedIn(query);
  return (
    <Link to={to} search={search}>
      {figure}
    </Link>
  );
}
