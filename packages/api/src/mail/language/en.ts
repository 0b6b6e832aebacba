/** What mails say beside the words of the domain, in English. */
export const mail = {
  news: {
    subject: 'New about {{name}}',
    subjectMany: 'New about {{count}} of your mines',
    subjectManyCases: 'New about {{count}} of your cases',
    intro: 'This was recorded of your mines. Times are Beijing time (UTC+8).',
    introCases: 'This was recorded of the cases that you have. Times are Beijing time (UTC+8).',
    event: '{{time}}: {{sentence}}',
    more_one: 'and {{count}} more entry, which you can read there',
    more_other: 'and {{count}} more entries, which you can read there',
  },
  deadlines: {
    subject: 'Due soon or late: {{name}}',
    subjectMany: 'Due soon or late: {{count}} of your mines',
    subjectManyCases: 'Due soon or late: {{count}} of your cases',
    intro: 'This is due soon or late, on {{day}}.',
    appeal: 'You can appeal until {{day}}.',
  },
  mine: '{{name}} ({{mineId}})',
  line: '- {{text}}',
  moreMines_one: 'And {{count}} more: {{link}}',
  moreMines_other: 'And {{count}} more: {{link}}',
  demonstration: 'This server shows a demonstration. Names and most facts are invented.',
  stop: 'You get this mail because you asked for it. To change that, or to stop it: {{link}}',
} as const;
