/** Words of the field for all that one can go to or do. */
export const palette = {
  open: 'Go to…',
  title: 'Go to, or do',
  placeholder: 'A mine, a place, an action, or a day such as 11 Nov 2018',
  nothing: 'Nothing matches “{{typed}}”.',
  lookAt: 'Look back to {{day}}',
  group: { mines: 'Mines', actions: 'About this case', days: 'Days', screens: 'Places', settings: 'Settings' },
} as const;
