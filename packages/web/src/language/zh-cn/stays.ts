/** Words of the list of stays in a state. */
export const stays = {
  title: '各阶段停留',
  total_other: '{{count}}次停留',
  empty: '没有符合条件的停留。',
  filters: '筛选停留',
  state: '阶段',
  everyState: '全部阶段',
  goesOn: '仍在或已离开',
  goingOn: '仍在此阶段',
  over: '已离开',
  since: '进入日期',
  until: '离开日期',
  to: '至{{day}}',
  tableLabel: '停留明细表，可左右移动',
} as const;
