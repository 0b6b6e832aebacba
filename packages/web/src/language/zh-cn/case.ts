/** Words of the case page. */
export const caseFile = {
  title: '案件',
} as const;
