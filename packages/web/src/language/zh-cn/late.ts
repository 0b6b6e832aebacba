/** Words of the list of deadlines that passed. */
export const late = {
  title: '逾期事项',
  total_zero: '没有逾期',
  total_other: '{{count}}项逾期',
  empty: '没有符合条件的部门逾期。',
  office: '部门',
  what: '应办事项',
  due: '应办日期',
  recorded: '登记时间',
  tableLabel: '逾期事项表，可左右移动',
} as const;
