import { closed, orderAskedFor, served } from '../acts/closing.ts';
import { inspectionFailed, madeGood } from '../acts/inspecting.ts';
import { licenceAppliedFor, licenceGranted } from '../acts/requirements.ts';
import {
  declined,
  inspector,
  mine,
  owner,
  powerInspector,
  requestedAndGranted,
  reviewer,
  type Story,
  supervisor,
} from '../story/story.ts';
import { demonstrationData, exampleComputing, shiliSuanli, veryLongName, yanshiKeji } from './operators.ts';

/** Mines that operate on the last day and were never reopened: never closed, or the order fell. */
export const runningMines: readonly Story[] = [
  mine(
    'XJ-0018',
    { on: '02-13 10:20', name: 'Demonstration Mine 28', operator: exampleComputing(6), megawatts: 6 },
    licenceGranted('02-20 14:00', 'L1', 'Example operating licence', '2018-11-30'),
    licenceAppliedFor('12-03 09:10', 'L2', 'Example operating licence'),
  ),

  mine(
    'XJ-0019',
    { on: '05-24 11:15', name: '演示矿场 29', operator: yanshiKeji(1), megawatts: 11 },
    inspector('12-27 14:10', 'NoteAdded', {
      text: 'Capacity on site looks like more than 11 MW; readings follow.',
      visibility: 'internal',
    }),
    // Asked for, and nobody has answered: the owner knows nothing of it.
    orderAskedFor('12-28 10:25', 52, 'Installed capacity above the figure registered'),
  ),

  mine(
    'XJ-0020',
    { on: '06-19 15:30', name: 'Demonstration Mine 30', operator: demonstrationData(3), megawatts: 32 },
    supervisor('12-17 10:40', 'PowerDirectionIssued', {
      directionId: 'P1',
      alternatives: ['curtail', 'relocate'],
      dueOn: '2019-01-15',
      cap: { amount: 15, unit: 'MW' },
    }),
    owner('12-20 14:15', 'OwnerStatementFiled', { text: 'We ask to be told how the cap of 15 MW was arrived at.' }),
  ),

  mine(
    'XJ-0021',
    {
      on: '07-26 09:55',
      name: 'Demonstration Mine 31',
      operator: veryLongName,
      megawatts: 50,
      site: 'Example Site 31',
    },
    supervisor('11-26 11:00', 'PowerDirectionIssued', {
      directionId: 'P1',
      alternatives: ['curtail'],
      dueOn: '2018-12-10',
      cap: { amount: 30, unit: 'MW' },
    }),
    owner('12-03 17:20', 'PowerCurtailed', { directionId: 'P1', to: { amount: 28.5, unit: 'MW' } }),
    powerInspector('12-10 10:30', 'CurtailmentVerified', { directionId: 'P1' }),
  ),

  mine(
    'XJ-0009',
    { on: '03-07 13:10', name: '演示矿场 9', operator: shiliSuanli(2), megawatts: 9 },
    closed('11-08 10:30', '11-08 15:20', 'Inspection of power use after the outages'),
    served('11-09 14:00'),
    owner('11-14 09:20', 'LiftRequested', { reason: 'The order means the neighbouring site, which is not ours.' }),
    supervisor('11-19 11:00', 'ClosureWithdrawn', { reason: 'The order named the wrong site.' }),
    owner('11-19 15:10', 'OperationResumed', {}),
  ),

  // The order was quashed on appeal while the mine was being put right.
  mine(
    'GZ-0002',
    { on: '04-18 10:45', name: 'Demonstration Mine 12', operator: demonstrationData(10), megawatts: 26 },
    closed('11-06 09:10', '11-06 11:15', 'Installed capacity above the figure registered'),
    served('11-06 16:30'),
    owner('11-16 10:30', 'AppealLodged', {
      appealId: 'A1',
      grounds: 'The inspectors counted machines that stood in crates.',
    }),
    owner('11-16 10:40', 'StayRequested', { appealId: 'A1', reason: 'Every day of standstill costs rent and wages.' }),
    inspectionFailed('11-20 09:30', 'I1', [
      { id: 'F1', wrong: 'Capacity connected could not be established.', due: '12-04' },
    ]),
    reviewer('11-21 15:40', 'StayRefused', {
      appealId: 'A1',
      reason: 'The count can only be repeated while the machines stand still.',
    }),
    madeGood('12-03 11:30', 'F1'),
    reviewer('12-07 14:30', 'AppealDecided', {
      appealId: 'A1',
      decision: 'quashed',
      reason: 'The count was wrong: of 31 MW found, 9 MW were never connected.',
    }),
    owner('12-08 09:30', 'OperationResumed', {}),
  ),

  mine(
    'GZ-0015',
    { on: '09-05 14:40', name: '演示矿场 15', operator: exampleComputing(15), megawatts: 7 },
    requestedAndGranted('supervisor', ['12-12 16:10', '12-13 10:20'], 'OperatorChanged', {
      operator: shiliSuanli(15),
      reason: 'The site was sold.',
    }),
  ),

  mine(
    'GZ-0016',
    { on: '10-15 09:25', name: 'Demonstration Mine 16', operator: yanshiKeji(8), megawatts: 5 },
    orderAskedFor('12-06 14:30', 44, 'Outage at the substation on 5 December'),
    declined('12-07 09:50', 'ClosureOrdered', 'The outage was at the substation; the mine had no part in it.'),
  ),
];
