/** Words of the list of stays in a state. */
export const stays = {
  title: 'Stays in a state',
  total_one: '{{count}} stay',
  total_other: '{{count}} stays',
  empty: 'No closure stayed in a state that matches.',
  filters: 'Filter the stays',
  state: 'State',
  everyState: 'Every state',
  goesOn: 'Going on or over',
  goingOn: 'still in it',
  over: 'over',
  since: 'From',
  until: 'To',
  to: 'to {{day}}',
  tableLabel: 'Table of the stays; it can be moved sideways',
} as const;
