/** Words of the list of deadlines that passed. */
export const late = {
  title: 'Deadlines that passed',
  total_zero: 'No deadline passed',
  total_one: '{{count}} deadline passed',
  total_other: '{{count}} deadlines passed',
  empty: 'No deadline of an office passed that matches.',
  office: 'Office',
  what: 'What was due',
  due: 'Due on',
  recorded: 'Put on record',
  tableLabel: 'Table of the deadlines; it can be moved sideways',
} as const;
