import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useState } from 'react';
import { useMedia } from '../design/use-narrow.ts';

/** A line of a long table that is drawn, or the room that those have which are not. */
export type VirtualLine =
  | { readonly kind: 'line'; readonly index: number }
  | { readonly kind: 'gap'; readonly key: string; readonly height: number };

/** The height of a line in pixels: `--row`. */
const ROW = 36;

/** Lines drawn beyond the window: as many as the keyboard may be ahead of the drawing. */
const AHEAD = 16;

/**
 * The lines of a table near the window, with gaps for the others. The one that has the focus stays, wherever the window is; on paper all are
 * there.
 */
export function useVirtualLines({
  body,
  count,
  focused,
}: {
  readonly body: RefObject<HTMLElement | null>;
  readonly count: number;
  readonly focused: number | null;
}): readonly VirtualLine[] {
  const onPaper = useMedia('print');
  const [scrollMargin, setScrollMargin] = useState(0);
  // What stands above the table can grow and shrink with what it says.
  useLayoutEffect(() => {
    if (body.current) setScrollMargin(Math.round(body.current.getBoundingClientRect().top + scrollY));
  });
  const lines = useWindowVirtualizer({
    count,
    estimateSize: () => ROW,
    overscan: onPaper ? count : AHEAD,
    scrollMargin,
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range);
      return focused === null || focused >= count || near.includes(focused)
        ? near
        : [...near, focused].sort((a, b) => a - b);
    },
  });
  const drawn: VirtualLine[] = [];
  let end = 0;
  const leave = (height: number) => {
    if (height > 0) drawn.push({ kind: 'gap', key: `gap-${drawn.length}`, height });
  };
  for (const { index, start, size } of lines.getVirtualItems()) {
    leave(start - scrollMargin - end);
    drawn.push({ kind: 'line', index });
    end = start - scrollMargin + size;
  }
  leave(lines.getTotalSize() - end);
  return drawn;
}
