/** Something that the palette does when it is chosen. */
export interface PaletteCommand {
  /** Tells it from all others. */
  readonly id: string;
  readonly group: 'actions' | 'screens' | 'days' | 'settings';
  readonly text: string;
  readonly note?: string;
  readonly run: () => void;
}

/** The commands whose text or note has each of the words that were typed, in any order; all of them while nothing is typed. */
export function matching(commands: readonly PaletteCommand[], typed: string): readonly PaletteCommand[] {
  const words = typed
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return commands.filter(({ text, note = '' }) => {
    const whole = `${text} ${note}`.toLowerCase();
    return words.every((word) => whole.includes(word));
  });
}
