/** Words of how a campaign comes along: day by day, region by region, and where nothing happens. */
export const follow = {
  layer: {
    closed: 'Closed',
    inspected: 'Inspected, still shut',
    licensed: 'Licensed, still shut',
    over: 'Closure over',
  },
  event: { column: 'Campaign', opened: 'opened', extended: 'extended', ended: 'ended' },
  thatDay: 'As of the day that you look back at. Only closures are told: requests are known of today.',
  where: 'of these closed + inspected + licensed',
  standing: '{{closed}} + {{inspected}} + {{licensed}}',
  onDay: {
    closed: 'closed',
    inspected: 'passed inspection',
    licensed: 'licensed',
    reopened: 'reopened',
    otherwise: 'ended otherwise',
  },
  burnDown: {
    some: '{{shut}} of {{count}} closures went on at the end of {{day}}',
    all: 'All {{count}} closures went on at the end of {{day}}',
    noneLeft: 'None of {{count}} closures went on at the end of {{day}}',
    none: 'By this day no mine was closed in this campaign.',
    quiet: 'Nothing has changed since {{day}}: the quiet days after it are left out.',
    method:
      'Closures by order of the campaign at the end of each day, Beijing time (UTC+8). Over: reopened, withdrawn, quashed on appeal or decommissioned. At most the first three years.',
    caption: 'Closures of the campaign, day by day',
  },
  stragglers: {
    title: 'Stragglers',
    none_one: 'In every case something has happened within the last {{count}} day.',
    none_other: 'In every case something has happened within the last {{count}} days.',
    some_one:
      'In {{count}} case of a shut mine nothing has happened for {{days}} or more, or only a deadline has passed.',
    some_other:
      'In {{count}} cases of shut mines nothing has happened for {{days}} or more, or only a deadline has passed. Longest shut first.',
    moreThan:
      'Among the 200 shut mines without news longest, in {{count}} cases nothing has happened for {{days}} or more.',
    quiet: 'Nothing for {{days}}: {{last}}, {{day}}',
    onlyDeadline: 'Nothing but a deadline that passed, {{day}}',
    turn: 'Waiting on: {{who}}',
    all: 'All shut mines, those without news longest first',
  },
  tiles: {
    title: 'Choose regions where they lie',
    legend: 'Regions, with the mines that fit',
    running: 'Regions, with the mines that run there',
    region_one: '{{region}}: {{count}} mine',
    region_other: '{{region}}: {{count}} mines',
    none: 'No region is chosen.',
    chosen: 'Chosen: {{regions}}.',
  },
  regions: {
    title: 'Region by region',
    region: 'Region',
    notYet: 'Not closed yet',
    shut: 'Still shut',
    closed: 'closed',
    inspected: 'inspected',
    licensed: 'licensed',
    over: 'Over',
    method:
      'Still shut is told three ways: closed, inspected, licensed. Over: reopened, withdrawn, quashed or decommissioned.',
    tableLabel: 'Table of the regions; it can be moved sideways',
  },
  report: 'Daily report to print',
} as const;
