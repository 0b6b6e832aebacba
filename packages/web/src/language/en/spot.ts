/** Words of inspections on the spot. */
export const spot = {
  toCase: 'The case',
  readAt: 'as read on {{time}}',
  take: 'Take with me',
  takeHint: 'So that this case opens without a connection.',
  taken: 'This case is on {{here}} and opens without a connection.',
  leave: 'Leave here',
  recordOf: 'Inspection record of {{time}}',
  photosOf: 'Photos: {{description}}.pdf',
  none: 'No inspection can begin now.',
  noneDetail: 'An inspection begins while a mine is closed and waits for one.',
  put: 'Put the inspection on record',
  putHint:
    'All of it goes together: beginning, checks, findings and result. Without a connection it is kept here and sent later.',
  clock: {
    ahead_one: 'The clock of this device is {{count}} minute ahead of the server. Times are corrected when you send.',
    ahead_other:
      'The clock of this device is {{count}} minutes ahead of the server. Times are corrected when you send.',
    behind_one: 'The clock of this device is {{count}} minute behind the server. Times are corrected when you send.',
    behind_other: 'The clock of this device is {{count}} minutes behind the server. Times are corrected when you send.',
  },
  list: {
    title: 'Inspections on the spot',
    kept: 'Records on {{here}}',
    taken: 'Taken with me',
    takenNone: 'Nothing yet. Take cases with you before you leave: they open without a connection then.',
    isTaken: 'taken along',
    reading: 'being read',
    waiting: 'Waiting for an inspection, or being inspected',
    waitingNone: 'No case that matches waits for an inspection.',
  },
  begin: {
    title: 'Beginning',
    now: 'The inspection begins now',
    at: 'It began on {{time}} by this device’s clock.',
    running: 'The inspection has been under way since {{time}}.',
  },
  checks: {
    title: 'Checks',
    before: 'Recorded before: {{outcome}}. Record it again only if that has changed.',
  },
  earlier: { title: 'Earlier findings' },
  findings: {
    title: 'Findings',
    none: 'Nothing has been found wrong so far.',
    number: 'Finding {{number}}',
    add: 'Add a finding',
    remove: 'Remove this finding',
  },
  abandon: {
    title: 'The inspection cannot go on',
    hint: 'What was looked at so far goes on record with the reason, without a result. The mine waits for an inspection again.',
    recordOf: 'Inspection abandoned on {{time}}',
  },
  end: {
    title: 'Result',
    passed: 'The inspection is passed. The mine stays shut until reopening is authorised.',
    failed_zero: 'The inspection is not passed: a check failed.',
    failed_one: 'The inspection is not passed: {{count}} finding is open.',
    failed_other: 'The inspection is not passed: {{count}} findings are open.',
  },
} as const;
