import type { Language } from '@rectify/words';

const english = {
  first: () => import('./en/first.ts'),
  board: () => import('./en/board.ts'),
  campaigns: () => import('./en/campaigns.ts'),
  case: () => import('./en/case.ts'),
  changes: () => import('./en/changes.ts'),
  chart: () => import('./en/chart.ts'),
  citation: () => import('./en/citation.ts'),
  closures: () => import('./en/closures.ts'),
  daily: () => import('./en/daily.ts'),
  due: () => import('./en/due.ts'),
  follow: () => import('./en/follow.ts'),
  form: () => import('./en/form.ts'),
  history: () => import('./en/history.ts'),
  late: () => import('./en/late.ts'),
  owner: () => import('./en/owner.ts'),
  papers: () => import('./en/papers.ts'),
  replay: () => import('./en/replay.ts'),
  spot: () => import('./en/spot.ts'),
  statistics: () => import('./en/statistics.ts'),
  stays: () => import('./en/stays.ts'),
  studio: () => import('./en/studio.ts'),
  told: () => import('./en/told.ts'),
  work: () => import('./en/work.ts'),
};

/** A part of the texts: the first comes with every page, each other one with the pages that say it. */
export type Area = keyof typeof english;

const chinese: Readonly<Record<Area, () => Promise<object>>> = {
  first: () => import('./zh-cn/first.ts'),
  board: () => import('./zh-cn/board.ts'),
  campaigns: () => import('./zh-cn/campaigns.ts'),
  case: () => import('./zh-cn/case.ts'),
  changes: () => import('./zh-cn/changes.ts'),
  chart: () => import('./zh-cn/chart.ts'),
  citation: () => import('./zh-cn/citation.ts'),
  closures: () => import('./zh-cn/closures.ts'),
  daily: () => import('./zh-cn/daily.ts'),
  due: () => import('./zh-cn/due.ts'),
  follow: () => import('./zh-cn/follow.ts'),
  form: () => import('./zh-cn/form.ts'),
  history: () => import('./zh-cn/history.ts'),
  late: () => import('./zh-cn/late.ts'),
  owner: () => import('./zh-cn/owner.ts'),
  papers: () => import('./zh-cn/papers.ts'),
  replay: () => import('./zh-cn/replay.ts'),
  spot: () => import('./zh-cn/spot.ts'),
  statistics: () => import('./zh-cn/statistics.ts'),
  stays: () => import('./zh-cn/stays.ts'),
  studio: () => import('./zh-cn/studio.ts'),
  told: () => import('./zh-cn/told.ts'),
  work: () => import('./zh-cn/work.ts'),
};

/** Loads the texts of some areas in a language. */
export async function loadTexts(language: Language, areas: Iterable<Area>): Promise<object> {
  const loaders = language === 'en' ? english : chinese;
  return Object.assign({}, ...(await Promise.all(Array.from(areas, (area) => loaders[area]()))));
}
