const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** A text in lines that are no wider than there is room, broken between words of any language. */
export function wrapped(text: string, width: number, font: string): string[] {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return [text];
  pen.font = font;
  const lines: string[] = [];
  let line = '';
  for (const { segment } of words.segment(text)) {
    if (line !== '' && pen.measureText((line + segment).trimEnd()).width > width) {
      lines.push(line.trimEnd());
      line = segment.trimStart();
    } else line += segment;
  }
  return [...lines, line.trimEnd()];
}
