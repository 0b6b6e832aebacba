/** Words of the case page. */
export const caseFile = {
  title: 'Case',
} as const;
