import { z } from 'zod';
import { useSetting } from '../../settings/device-settings.ts';
import { boardSearch } from '../board-search.ts';

const keptViews = z.array(z.object({ name: z.string(), search: boardSearch }));

/** A name for filters, order and columns of the list of mines. */
export type View = z.infer<typeof keptViews>[number];

/** Views as they are kept on a device; none where what is kept cannot be read. */
export function viewsIn(kept: string | null): readonly View[] {
  try {
    return keptViews.safeParse(JSON.parse(kept ?? '[]')).data ?? [];
  } catch {
    return [];
  }
}

/** Views with one more, or with other filters where there is one of that name. */
export function withView(views: readonly View[], view: View): readonly View[] {
  const known = views.some(({ name }) => name === view.name);
  return known ? views.map((other) => (other.name === view.name ? view : other)) : [...views, view];
}

/** Views with one called otherwise; one that had the name already gives way. */
export function renamed(views: readonly View[], from: string, to: string): readonly View[] {
  return views
    .filter(({ name }) => name === from || name !== to)
    .map((view) => (view.name === from ? { ...view, name: to } : view));
}

/** Views without one. */
export function without(views: readonly View[], name: string): readonly View[] {
  return views.filter((view) => view.name !== name);
}

/** The views that are kept on this device, and how to keep others. */
export function useKeptViews() {
  const [kept, keep] = useSetting('views');
  return { views: viewsIn(kept), keep: (views: readonly View[]) => keep(JSON.stringify(views)) };
}
