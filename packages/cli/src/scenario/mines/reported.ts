import { NOT_STATED } from '@rectify/engine';
import { assigned, closed, reopened, reopeningAskedFor, resumed, served } from '../acts/closing.ts';
import {
  inspectionFailed,
  inspectionPassed,
  madeGood,
  moreTimeAsked,
  reinspectionPassed,
  scheduled,
} from '../acts/inspecting.ts';
import { letterSigned } from '../acts/letters.ts';
import { certified, everyRequirement, evidence, returned, satisfied } from '../acts/requirements.ts';
import { inNovember, on5November, orderAsReported, report } from '../report.ts';
import { inspector, mine, owner, powerInspector, requestedAndGranted, type Story, supervisor } from '../story/story.ts';
import { demonstrationData, exampleComputing, shiliSuanli, yanshiKeji } from './operators.ts';

/** The mines that carry facts of the report. What else happens to them is invented. */
export const minesOfTheReport: readonly Story[] = [
  mine(
    'XJ-0001',
    {
      on: '03-14 10:05',
      name: 'Demonstration Mine 1',
      operator: exampleComputing(1),
      megawatts: 20,
      site: 'Example Site 1',
    },
    requestedAndGranted('inspector', ['11-05 09:12', '11-05 09:40'], 'ClosureOrdered', orderAsReported, {
      source: report.closed,
      ...on5November,
    }),
    // Nothing more up to 11 November: of that day the report says that the mines were still closed.
    served('11-12 10:20'),
    assigned('11-12 11:05', 'To be inspected within the fortnight.'),
    supervisor('11-20 09:15', 'NoteAdded', {
      text: 'The first inspection is late: both inspectors were at other sites of the campaign.',
      visibility: 'internal',
    }),
    scheduled('11-20 09:40', 'I1', '11-23'),
    inspectionFailed('11-23 09:30', 'I1', [
      { id: 'F1', wrong: 'Electricity invoices from March to June could not be shown.', due: '12-05', check: 'TAX' },
      { id: 'F2', wrong: 'The feed of the east hall is not metered separately.', due: '12-05' },
    ]),
    madeGood('12-03 15:10', 'F1', 'F2'),
    reinspectionPassed('12-07 09:45', 'I2', ['F1', 'F2'], 'TAX'),
    evidence('12-10 09:20', everyRequirement),
    satisfied('12-13 10:15', ['LICENCES', 'POWER_SUPPLY_PROCEDURE']),
    returned(
      '12-13 15:30',
      'SOCIAL_SECURITY',
      'The payments of October are missing; two employees are registered in another county.',
    ),
    evidence('12-14 11:40', ['SOCIAL_SECURITY'], 'October added; both employees are registered here now.'),
    satisfied('12-17 14:10', ['SOCIAL_SECURITY']),
    certified('12-18 10:30'),
    reopened('12-19 15:00', '12-21 09:30'),
    resumed('12-21 16:05'),
  ),

  mine(
    'XJ-0002',
    {
      on: '04-02 14:30',
      name: 'Demonstration Mine 2',
      operator: shiliSuanli(2),
      megawatts: 24,
      site: 'Example Site 2',
    },
    closed('11-05 10:10', '11-05 11:30', 'Inspection of power use after the outages'),
    served('11-07 09:30'),
    supervisor(
      '11-08 10:00',
      'PowerDirectionIssued',
      { directionId: 'P1', alternatives: ['relocate', 'curtail'], dueOn: '2018-11-30' },
      { source: report.relocateOrCurtail, ...inNovember('11-08') },
    ),
    supervisor('11-08 10:05', 'NoteAdded', {
      text: 'Of the direction the report states the two alternatives alone. The day by which it is due is invented; a cap is not stated.',
      visibility: 'owner',
    }),
    owner(
      '11-09 16:20',
      'OwnerStatementFiled',
      { text: "Our industry's impact on the grid is small. We expect more mines to be hit." },
      { source: report.sameMiner, ...inNovember('11-09') },
    ),
    scheduled('11-13 09:00', 'I1', '11-20'),
    inspectionPassed('11-20 09:30', 'I1'),
    owner('11-28 11:10', 'PowerCurtailed', { directionId: 'P1', to: { amount: 9, unit: 'MW' } }),
    powerInspector('12-04 10:00', 'CurtailmentVerified', { directionId: 'P1' }),
    evidence('12-05 09:10', everyRequirement),
    satisfied('12-11 13:40', everyRequirement),
    certified('12-14 10:20'),
    reopeningAskedFor('12-27 16:45'),
  ),

  mine(
    'GZ-0001',
    { on: '01-22 09:50', name: '演示矿场 1', operator: yanshiKeji(1), megawatts: 35, site: 'Example Site 3' },
    closed('11-05 09:45', '11-05 14:20', 'Inspection of power use after the outages'),
    served('11-06 10:15'),
    owner(
      '11-09 10:30',
      'LostCapacityReported',
      { amountPerDay: 1_000_000, approximate: true, unit: 'unspecified', scope: 'campaign', from: '2018-11-05' },
      { source: report.lostCapacity, ...inNovember('11-09') },
    ),
    inspectionFailed('11-13 09:30', 'I1', [
      {
        id: 'F1',
        wrong: 'Contracts of nine customers carry no verified real name.',
        due: '11-27',
        check: 'REAL_NAME_CUSTOMERS',
      },
    ]),
    madeGood('11-16 14:25', 'F1'),
    reinspectionPassed('11-20 13:30', 'I2', ['F1'], 'REAL_NAME_CUSTOMERS'),
    evidence('11-21 09:05', everyRequirement),
    satisfied('11-23 14:00', everyRequirement),
    certified('11-26 09:30'),
    reopened('11-27 10:40', '11-28 09:15'),
    resumed('11-29 08:50', 'Two halls of three run.'),
    owner('11-30 15:35', 'LostCapacityReported', {
      amountPerDay: 620,
      unit: 'MWh',
      scope: 'mine',
      from: '2018-11-05',
      to: '2018-11-28',
    }),
  ),

  mine(
    'GZ-0003',
    {
      on: '02-27 15:15',
      name: 'Demonstration Mine 3',
      operator: demonstrationData(3),
      megawatts: 12,
      site: 'Example Site 4',
    },
    closed('11-05 13:30', '11-05 16:10', 'Inspection of power use after the outages'),
    served('11-06 14:40'),
    inspector(
      '11-08 09:30',
      'GuaranteeLetterDemanded',
      {
        letterId: 'G1',
        text: 'A "guarantee book" citing the public security department\'s network information security work. Its wording is not stated.',
        dueOn: '2018-11-16',
        legalBasis: NOT_STATED,
        onBehalfOf: 'public security department',
      },
      { source: report.guaranteeBook, ...inNovember('11-08') },
    ),
    letterSigned('11-09 11:20', 'G1', { source: report.guaranteeBook, ...inNovember('11-09') }),
    inspector('11-09 11:40', 'NoteAdded', {
      text: 'Of the guarantee book the report states that it had to be signed and what it cites. The day by which it was due and the fingerprint of the document are invented.',
      visibility: 'owner',
    }),
    inspector('11-14 10:10', 'GuaranteeLetterAccepted', { letterId: 'G1' }),
    inspectionFailed('11-19 09:15', 'I1', [
      {
        id: 'F1',
        wrong: 'Four employees have no verified real name at the office that holds the records.',
        due: '12-03',
        check: 'REAL_NAME_PRODUCERS',
      },
      { id: 'F2', wrong: 'Fire doors of the north hall are blocked by crates.', due: '11-26' },
    ]),
    madeGood('11-26 16:30', 'F1', 'F2'),
    reinspectionPassed('11-30 09:30', 'I2', ['F1', 'F2'], 'REAL_NAME_PRODUCERS'),
    evidence('12-03 10:00', everyRequirement),
    satisfied('12-10 09:40', everyRequirement),
    certified('12-11 15:20'),
    reopened('12-12 11:00', '12-14 10:05'),
    resumed('12-14 17:10'),
  ),

  mine(
    'XJ-0004',
    {
      on: '09-12 11:25',
      name: '演示矿场 4',
      operator: shiliSuanli(4),
      megawatts: 18,
      site: 'Example Site 5',
      origin: {
        region: 'CN-SC',
        reason: 'Displaced by floods; said to be heading for Xinjiang',
        stated: true,
        since: '2018-07',
      },
      source: report.floods,
    },
    inspector('09-12 11:40', 'NoteAdded', {
      text: 'Of this registration the report states only where the miners said they came from. Name, operator, site, capacity and date are invented.',
      visibility: 'owner',
    }),
    closed('11-06 09:20', '11-06 10:50', 'Inspection of power use after the outages'),
    served('11-07 15:00'),
    inspectionFailed('11-16 09:30', 'I1', [
      { id: 'F1', wrong: 'The cable route to hall 2 differs from the power supply plan.', due: '11-30' },
      { id: 'F2', wrong: 'Tax registration still names the former county.', due: '12-07', check: 'TAX' },
    ]),
    moreTimeAsked(
      '11-27 10:15',
      'F1',
      '2018-12-21',
      'The cable was ordered and arrives in the third week of December.',
    ),
    supervisor('11-29 14:30', 'RemediationExtended', {
      findingId: 'F1',
      dueOn: '2018-12-21',
      reason: 'The order of the cable was shown.',
    }),
    moreTimeAsked('12-05 16:40', 'F2', '2018-12-31', 'The former county has not released the file.'),
    supervisor('12-10 11:10', 'ExtensionRefused', {
      findingId: 'F2',
      reason: 'The release does not depend on the former county.',
    }),
    moreTimeAsked('12-20 09:35', 'F1', '2019-01-11', 'The carrier has postponed the delivery.'),
  ),
];
