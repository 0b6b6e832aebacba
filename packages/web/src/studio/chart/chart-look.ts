/** What a chart takes from the design: its colours, its type, and how much room there is. */
export interface ChartLook {
  readonly width: number;
  /** Too narrow for names beside lines. */
  readonly narrow: boolean;
  readonly font: string;
  readonly paper: string;
  readonly raised: string;
  readonly ink: string;
  readonly quiet: string;
  readonly hairline: string;
  readonly line: string;
  readonly accent: string;
  /** Colours that tell groups apart, beside their names and strokes. */
  readonly groups: readonly string[];
  readonly status: Readonly<Record<'operating' | 'closed' | 'inspected' | 'licensed' | 'decommissioned', string>>;
}

/** How many groups can be told apart in one picture. */
export const GROUPS_DRAWN = 7;

/** Whether there is too little room for names beside lines. */
export function isNarrow(width: number): boolean {
  return width > 0 && width < 560;
}

/** The look of a chart within an element, from the design's tokens as they are there now. */
export function lookWithin(element: Element, width: number): ChartLook {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    width,
    narrow: isNarrow(width),
    font: style.fontFamily,
    paper: token('paper'),
    raised: token('raised'),
    ink: token('ink'),
    quiet: token('ink-quiet'),
    hairline: token('hairline'),
    line: token('line'),
    accent: token('accent'),
    groups: Array.from({ length: GROUPS_DRAWN }, (_, index) => token(`group-${index + 1}`)),
    status: {
      operating: token('status-operating'),
      closed: token('status-closed'),
      inspected: token('status-inspected'),
      licensed: token('status-licensed'),
      decommissioned: token('status-decommissioned'),
    },
  };
}
