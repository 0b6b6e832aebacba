import { closed, served } from '../acts/closing.ts';
import { inspectionFailed, inspectionPassed, madeGood, reinspectionPassed } from '../acts/inspecting.ts';
import { letterDemanded } from '../acts/letters.ts';
import {
  certified,
  everyRequirement,
  evidence,
  licenceAppliedFor,
  licenceGranted,
  returned,
  satisfied,
} from '../acts/requirements.ts';
import { declined, licensing, mine, owner, type Story, supervisor } from '../story/story.ts';
import { demonstrationData, exampleComputing, shiliSuanli, yanshiKeji } from './operators.ts';

/** Mines that have passed their inspection by the last day, or are licensed, and are still shut. */
export const nearlyReopenedMines: readonly Story[] = [
  // All is certified; the decision to reopen was declined once and is late.
  mine(
    'XJ-0015',
    { on: '06-27 09:15', name: '演示矿场 25', operator: yanshiKeji(5), megawatts: 29 },
    closed('11-08 13:20', '11-08 16:50', 'Inspection of power use after the outages'),
    served('11-09 10:40'),
    inspectionPassed('11-21 13:30', 'I1'),
    evidence('11-26 09:30', everyRequirement),
    satisfied('12-04 10:10', everyRequirement),
    certified('12-07 09:30'),
    supervisor('12-14 10:30', 'ReopeningAuthorised', { note: 'Nothing stands against it.' }),
    declined('12-18 11:40', 'ReopeningAuthorised', 'The power office is to be heard first about the load in January.'),
    owner('12-25 10:15', 'OwnerStatementFiled', {
      text: 'We are licensed since 7 December and wait for the decision.',
    }),
  ),

  // A letter was demanded and lies unsigned; so does most of the evidence.
  mine(
    'XJ-0016',
    { on: '07-10 15:20', name: 'Demonstration Mine 26', operator: exampleComputing(17), megawatts: 10 },
    closed('11-07 15:40', '11-07 17:20', 'Installed capacity above the figure registered'),
    served('11-08 15:30'),
    inspectionPassed('11-22 09:30', 'I1'),
    letterDemanded('11-26 10:20', 'G1', '2018-12-10'),
    evidence('11-30 16:10', ['LICENCES']),
    satisfied('12-06 09:15', ['LICENCES']),
  ),

  // Licensed, and then one requirement ran out, with the licence behind it, before the reopening.
  mine(
    'XJ-0022',
    { on: '10-09 10:50', name: '演示矿场 22', operator: shiliSuanli(7), megawatts: 16 },
    licenceGranted('10-16 14:30', 'L1', 'Example operating licence', '2018-12-20'),
    closed('11-07 10:50', '11-07 14:20', 'Inspection of power use after the outages'),
    served('11-08 13:30'),
    inspectionPassed('11-21 09:30', 'I1'),
    evidence('11-23 10:20', everyRequirement),
    satisfied('12-05 09:20', ['POWER_SUPPLY_PROCEDURE', 'SOCIAL_SECURITY']),
    satisfied('12-06 10:00', ['LICENCES'], '2018-12-20'),
    certified('12-11 14:40'),
    evidence('12-27 10:30', ['LICENCES'], 'The licence was applied for again.'),
  ),

  // Evidence went to and fro.
  mine(
    'GZ-0005',
    { on: '02-05 11:40', name: 'Demonstration Mine 15', operator: shiliSuanli(4), megawatts: 20 },
    closed('11-07 13:25', '11-07 16:10', 'Inspection of power use after the outages'),
    served('11-09 13:30'),
    inspectionPassed('11-21 14:00', 'I1'),
    evidence('11-28 09:25', everyRequirement),
    satisfied('12-04 14:20', ['LICENCES']),
    returned(
      '12-05 10:30',
      'POWER_SUPPLY_PROCEDURE',
      '1. No order of switching off. 2. Nobody is named who is responsible at night. 3. The plan is the one of 2016.',
    ),
    satisfied('12-06 15:10', ['SOCIAL_SECURITY']),
    evidence('12-12 16:30', ['POWER_SUPPLY_PROCEDURE'], 'All three points are answered.'),
    returned('12-21 09:40', 'POWER_SUPPLY_PROCEDURE', 'The new plan is not signed by the grid operator.'),
  ),

  // All evidence is in, and one office does not answer.
  mine(
    'GZ-0006',
    { on: '04-30 10:15', name: '演示矿场 6', operator: exampleComputing(15), megawatts: 11 },
    closed('11-06 11:30', '11-06 14:50', 'Inspection of power use after the outages'),
    served('11-07 16:00'),
    inspectionPassed('11-19 14:00', 'I1'),
    evidence('11-27 09:45', everyRequirement),
    satisfied('12-04 09:40', ['LICENCES', 'POWER_SUPPLY_PROCEDURE']),
    owner('12-18 09:20', 'OwnerStatementFiled', { text: 'Who has our proof of payments, and since when?' }),
    licensing('12-19 14:30', 'NoteAdded', {
      text: 'Asked the social security office for its answer by telephone.',
      visibility: 'internal',
    }),
  ),

  // The owner declined the letter: nothing else is missing.
  mine(
    'GZ-0009',
    { on: '05-29 13:50', name: 'Demonstration Mine 9', operator: yanshiKeji(8), megawatts: 24 },
    closed('11-07 09:40', '11-07 12:00', 'Installed capacity above the figure registered'),
    served('11-08 10:00'),
    letterDemanded('11-15 11:10', 'G1', '2018-11-29'),
    inspectionFailed('11-20 09:30', 'I1', [
      { id: 'F1', wrong: 'Nine machines are not in the register of the mine.', due: '11-27' },
    ]),
    madeGood('11-23 10:50', 'F1'),
    owner('11-28 15:00', 'GuaranteeLetterDeclined', {
      letterId: 'G1',
      reason: 'It would make us answer for changes that the grid operator makes.',
    }),
    reinspectionPassed('11-29 10:00', 'I2', ['F1']),
    evidence('11-30 10:30', everyRequirement),
    satisfied('12-11 10:00', everyRequirement),
    certified('12-12 09:20'),
  ),

  // Licensed for three days, then the licence was suspended and in the end revoked.
  mine(
    'GZ-0010',
    { on: '03-01 10:40', name: '演示矿场 10', operator: demonstrationData(7), megawatts: 37 },
    licenceGranted('05-11 15:00', 'L1', 'Example operating licence', '2020-05-10'),
    closed('11-06 15:40', '11-06 17:15', 'Installed capacity above the figure registered'),
    served('11-08 09:40'),
    inspectionPassed('11-20 14:00', 'I1'),
    evidence('11-21 15:30', everyRequirement),
    satisfied('11-29 09:30', everyRequirement),
    certified('12-03 15:10'),
    licensing('12-06 11:30', 'LicenceSuspended', {
      licenceId: 'L1',
      reason: 'The application named a capacity of 20 MW.',
    }),
    licensing('12-14 10:20', 'LicenceRevoked', {
      licenceId: 'L1',
      reason: 'The capacity in the application was knowingly wrong.',
    }),
    licenceAppliedFor('12-18 09:45', 'L2', 'Example operating licence'),
  ),
];
