/** What shows beside the pointer: a line as its head, and lines of a name and a figure. Texts are texts, whatever they hold. */
export function tipOf(head: string, lines: readonly (readonly [name: string, figure: string])[]): HTMLElement {
  const tip = document.createElement('div');
  const title = document.createElement('strong');
  title.textContent = head;
  tip.append(title);
  for (const [name, figure] of lines) {
    const line = document.createElement('div');
    line.style.display = 'flex';
    line.style.justifyContent = 'space-between';
    line.style.gap = '16px';
    for (const text of [name, figure]) {
      const part = document.createElement('span');
      part.textContent = text;
      line.append(part);
    }
    tip.append(line);
  }
  return tip;
}

/** The day beneath the pointer, from what a chart tells of it. */
export function dayBeneath(params: unknown): number {
  const [first] = [params].flat();
  const day = typeof first === 'object' && first !== null && 'axisValue' in first ? Number(first.axisValue) : 0;
  return Number.isNaN(day) ? 0 : day;
}
