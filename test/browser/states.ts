import { appeal, begin, ownSeveral, sendNothing, tell, unfold } from './owner-acts.ts';
import type { Place } from './places.ts';
import {
  addNote,
  ask,
  askTheWay,
  beRefused,
  chooseMine,
  cite,
  confirm,
  correct,
  failToRead,
  fillTheChecklist,
  loseTheConnection,
  openCorrection,
  openFilters,
  openTheCalendar,
  openTimeline,
  press,
  putOnRecord,
  runOnMany,
  runOut,
  seeAsPrinted,
  typeNoDay,
  waitForever,
  waitForTheForm,
} from './state-acts.ts';

/** What one sees after something was opened, sent or refused: pictures show it beside every place. */
export const states: readonly Place[] = [
  { name: 'choosing the mine that is yours', path: '/', before: chooseMine },
  { name: 'the other people one can be', path: '/mines', as: 'inspector', before: press('Signed in as', '当前身份') },
  {
    name: 'language and display',
    path: '/mines',
    as: 'inspector',
    before: press('Language and display', '语言与显示'),
  },
  { name: 'a place that cannot be read', path: '/mines?asOf=2018-11-11', as: 'analyst', before: failToRead },
  { name: 'a place that is being read', path: '/mines?asOf=2018-11-11', as: 'analyst', before: waitForever },
  { name: 'the connection is lost', path: '/mines/GZ-0007?asOf=today', as: 'inspector', before: loseTheConnection },
  { name: 'a sign-in that ran out', path: '/mines?asOf=2018-11-11', as: 'inspector', before: runOut },
  { name: 'an address with nothing', path: '/nothing', as: 'analyst' },
  { name: 'the columns of the board', path: '/mines', as: 'analyst', before: press('Columns', '列') },
  { name: 'the keys of the board', path: '/mines', as: 'analyst', before: press('Keyboard', '键盘操作') },
  { name: 'more filters of the board', path: '/mines?status=closed', as: 'analyst', before: openFilters },
  { name: 'every column of the board', path: `/mines?asOf=2018-11-25&columns=${everyColumn()}`, as: 'analyst' },
  { name: 'a palette without an answer', path: '/mines', as: 'analyst', before: ask('nothing at all') },
  { name: 'a palette with a day', path: '/mines', as: 'analyst', before: ask('2018-11-11') },
  ...['requirements', 'checks', 'findings', 'licences', 'letters', 'power', 'appeals', 'documents', 'reports'].map(
    (tab): Place => ({ name: `the file of a case - ${tab}`, path: fileOf(tab), as: 'inspector' }),
  ),
  { name: 'the earlier closures of a case', path: '/mines/XJ-0007?asOf=today&tab=earlier', as: 'inspector' },
  { name: 'a file without entries', path: '/mines/GZ-0016?asOf=today&tab=appeals', as: 'analyst' },
  ...[
    ['GZ-0016', 'ClosureOrdered'],
    ['XJ-0017', 'InspectionScheduled'],
    ['GZ-0007', 'CheckRecorded'],
    ['GZ-0007', 'FindingRaised'],
    ['GZ-0007', 'GuaranteeLetterDemanded'],
  ].map(
    ([mine, act]): Place => ({
      name: `the form of ${act}`,
      path: `/mines/${mine}?asOf=today&act=${act}`,
      as: 'inspector',
      before: waitForTheForm,
    }),
  ),
  { name: 'choosing the day of an inspection', path: scheduling(), as: 'inspector', before: openTheCalendar },
  { name: 'a day and a time that are none', path: scheduling(), as: 'inspector', before: typeNoDay },
  {
    name: 'confirming an order',
    path: '/mines/GZ-0016?asOf=today&act=ClosureOrdered',
    as: 'inspector',
    before: confirm,
  },
  {
    name: 'an act that is refused',
    path: '/mines/GZ-0016?asOf=today&act=NoteAdded',
    as: 'inspector',
    before: beRefused,
  },
  { name: 'an act that was recorded', path: '/mines/GZ-0016?asOf=today', as: 'inspector', before: addNote },
  { name: 'what is not possible, and the way', path: '/mines/GZ-0005?asOf=today', as: 'supervisor', before: askTheWay },
  { name: 'the details of a timeline', path: '/mines/XJ-0001?asOf=today', as: 'analyst', before: openTimeline },
  { name: 'a corrected fact', path: '/mines/GZ-0018?asOf=today', as: 'analyst', before: openCorrection },
  { name: 'correcting a fact', path: '/mines/XJ-0001?asOf=today', as: 'inspector', before: correct },
  ...['GZ-0005', 'GZ-0016', 'GZ-0018', 'XJ-0002', 'XJ-0003', 'XJ-0007', 'XJ-0012', 'XJ-0014', 'XJ-0016', 'XJ-0017'].map(
    (mine): Place => ({
      name: `an owner's mine ${mine}`,
      path: `/my/${mine}?asOf=today`,
      as: { ownerOf: mine },
      before: unfold,
    }),
  ),
  { name: "an owner's mine then", path: '/my/GZ-0011?asOf=2018-11-11', as: { ownerOf: 'GZ-0011' } },
  { name: "all of an owner's mines", path: '/my?asOf=today', as: { ownerOf: 'GZ-0011' }, before: ownSeveral },
  {
    name: "one of an owner's several mines",
    path: '/my?asOf=today',
    as: { ownerOf: 'GZ-0011' },
    before: async (page) => {
      await ownSeveral(page);
      await page.getByRole('link', { name: /GZ-0012/ }).click();
      await page.waitForURL(/GZ-0012/);
      const happened = page.getByRole('region', { name: /^(What happened|办理经过)$/ });
      await happened.getByRole('listitem').first().waitFor();
    },
  },
  ...(
    [
      ['GZ-0011', 'Ask for more time', '申请延期'],
      ['GZ-0011', 'Say that the faults are made good', '申报整改完成'],
      ['XJ-0016', 'Sign the letter', '签署保证书'],
      ['XJ-0016', 'Report lost capacity', '报告产能损失'],
    ] as const
  ).map(
    ([mine, english, chinese]): Place => ({
      name: `an owner's form - ${english}`,
      path: `/my/${mine}?asOf=today`,
      as: { ownerOf: mine },
      before: begin(english, chinese),
    }),
  ),
  {
    name: "an owner's page on paper",
    path: '/my/GZ-0011?asOf=today',
    as: { ownerOf: 'GZ-0011' },
    before: seeAsPrinted,
  },
  { name: 'an appeal', path: '/my/XJ-0017?asOf=today', as: { ownerOf: 'XJ-0017' }, before: appeal },
  { name: 'evidence to send', path: '/my/XJ-0016?asOf=today', as: { ownerOf: 'XJ-0016' }, before: sendNothing },
  { name: 'after telling the own side', path: '/my/GZ-0006?asOf=today', as: { ownerOf: 'GZ-0006' }, before: tell },
  { name: 'a checklist with photographs', path: spot('GZ-0013'), as: 'inspector', before: fillTheChecklist },
  { name: 'a checklist with faults', path: spot('XJ-0005'), as: 'inspector', before: putOnRecord },
  { name: 'no inspection can begin', path: spot('GZ-0001'), as: 'inspector' },
  { name: 'a guarantee letter on paper', path: '/mines/GZ-0003/papers?paper=letter', as: 'inspector' },
  { name: 'a reopening on paper', path: '/mines/GZ-0003/papers?paper=reopening', as: 'inspector' },
  {
    name: 'a closing order as printed',
    path: '/mines/GZ-0003/papers?paper=order',
    as: 'inspector',
    before: seeAsPrinted,
  },
  { name: 'papers of a mine without any', path: '/mines/GZ-0016/papers', as: 'inspector' },
  { name: 'a run on many mines', path: toTwoMines(), as: 'inspector', before: runOnMany },
  { name: 'the closures without one that fits', path: '/closures?asOf=2018-06-01', as: 'analyst' },
  { name: 'the statistics of a past without closures', path: '/statistics?asOf=2018-06-01', as: 'analyst' },
  { name: 'the changes of a quiet day', path: '/changes?asOf=2018-06-01&from=2018-05-31', as: 'analyst' },
  { name: 'the studio grouped by region', path: '/studio/closures?asOf=2018-12-31&groupBy=region', as: 'analyst' },
  { name: 'the studio without closures', path: '/studio/course?asOf=2018-06-01', as: 'analyst' },
  { name: 'a figure that stands no more', path: citation(), as: 'analyst' },
  { name: 'citing a figure', path: '/mines?asOf=2018-11-25', as: 'analyst', before: cite },
];

function everyColumn(): string {
  return 'status,name,region,since,days,waitingOn,nextDeadline,lastChange,step,operator,capacity,assignee,campaign';
}

function spot(mine: string): string {
  return `/mines/${mine}/inspection?asOf=today`;
}

function scheduling(): string {
  return '/mines/XJ-0017?asOf=today&act=InspectionScheduled';
}

function toTwoMines(): string {
  return '/campaigns/november-2018/act?asOf=today&mineId=GZ-0005,XJ-0012&type=NoteAdded';
}

function fileOf(tab: string): string {
  const mines: Record<string, string> = {
    licences: 'GZ-0010',
    letters: 'GZ-0003',
    power: 'XJ-0002',
    appeals: 'GZ-0012',
    documents: 'GZ-0012',
    reports: 'XJ-0005',
  };
  return `/mines/${mines[tab] ?? 'GZ-0008'}?asOf=today&tab=${tab}`;
}

function citation(): string {
  const cited = new URLSearchParams({ query: '/v1/closures?ongoing=true', figure: '/total', value: '23' });
  return `/citation?${cited}&asOf=2018-11-25&knownAt=2018-11-26`;
}
