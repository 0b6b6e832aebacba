import type { Page } from 'playwright-core';

/** What can be clicked or filled in. */
const CONTROLS =
  'a[href], button, input, select, textarea, summary, label, [role=button], [role=tab], [role=option], [role=checkbox]';

/** What is wrong with a page in the window it has, seen from its top: that it scrolls sideways, which controls are cut off, spill over or lie on one another, and that more than one button asks to be the first. */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate((controls) => {
    const root = document.documentElement;
    scrollTo(0, 0);
    const open = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
    const seen = [...open.querySelectorAll<HTMLElement>(controls)]
      .filter(isSeen)
      .map((control) => ({ control, scroller: scrollerOf(control), boxes: [...control.getClientRects()] }));
    const faults = root.scrollWidth > root.clientWidth ? ['scrolls sideways'] : [];
    for (const { control } of seen) {
      if (isCutOff(control)) faults.push(`cut off: ${called(control)}`);
      if (control.matches('button') && control.scrollWidth > control.clientWidth + 1) {
        faults.push(`spills over: ${called(control)}`);
      }
    }
    for (const [at, one] of seen.entries()) {
      for (const other of seen.slice(at + 1)) {
        const overlaps =
          one.scroller === other.scroller && one.boxes.some((a) => other.boxes.some((b) => overlap(a, b)));
        if (overlaps && !one.control.contains(other.control) && !other.control.contains(one.control)) {
          faults.push(`lie on each other: ${called(one.control)} and ${called(other.control)}`);
        }
      }
    }
    const primary = seen.filter(({ control }) => control.matches('button[data-kind=primary]'));
    if (primary.length > 1)
      faults.push(`each the first to press: ${primary.map(({ control }) => called(control)).join(' and ')}`);
    return faults;

    /** Neither folded away nor there for those alone who hear the page. */
    function isSeen(control: HTMLElement): boolean {
      const { width, height, bottom } = control.getBoundingClientRect();
      if (width <= 1 || height <= 1 || bottom <= 0 || control.closest('.visually-hidden, svg') !== null) return false;
      const { clipPath, opacity } = getComputedStyle(control);
      return clipPath === 'none' && opacity !== '0' && control.checkVisibility({ visibilityProperty: true });
    }

    /** Some of it lies outside of what holds it, or of the window, and cannot be scrolled to. */
    function isCutOff(control: HTMLElement): boolean {
      const { left, right } = control.getBoundingClientRect();
      for (let holder = control.parentElement; holder !== null && holder !== root; holder = holder.parentElement) {
        const { overflowX } = getComputedStyle(holder);
        if (/auto|scroll/.test(overflowX) && holder !== document.body) return false;
        const box = holder.getBoundingClientRect();
        if (/hidden|clip/.test(overflowX) && (left < box.left - 1 || right > box.right + 1)) return true;
      }
      return left < -1 || right > root.clientWidth + 1;
    }

    /** What scrolls by itself and holds a control, which may lie behind what stands beside it. */
    function scrollerOf({ parentElement: holder }: Element): Element | null {
      return holder === null || /auto|scroll/.test(getComputedStyle(holder).overflow) ? holder : scrollerOf(holder);
    }

    function overlap(a: DOMRect, b: DOMRect): boolean {
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      return width > 2 && height > 2;
    }

    function called(control: HTMLElement): string {
      const said = control.getAttribute('aria-label') ?? (control.textContent || control.outerHTML);
      return `${control.localName} “${said.trim().slice(0, 60)}”`;
    }
  }, CONTROLS);
}
