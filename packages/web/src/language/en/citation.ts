/** Words of citing figures. */
export const citation = {
  title: 'Cited figure',
  cite: 'Cite',
  address: 'Address of the citation',
  copy: 'Copy the address',
  copied: 'Copied',
  of: {
    mines: 'Number of mines',
    closures: 'Number of closures',
    statistics: 'From the statistics of closures',
    course: 'From the course of closures, day by day',
    mine: 'Of the mine {{mine}}',
  },
  stands: 'It stands: by all that is known today it is the same.',
  standsNot: 'It no longer stands: by all that is known today it is {{today}}.',
  recomputed: 'Worked out again as of and as known then, it is {{value}}.',
  changedBy: 'What was recorded since',
  kind: { corrected: 'corrected', late: 'put on record late', request: 'under four eyes' },
  recorded: 'recorded {{time}}',
  arrived: 'came in from another node since, with an earlier time; it counts',
  more: 'There is more than is shown.',
  exactly: 'Exactly: ',
} as const;
