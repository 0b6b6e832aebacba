import { closed, served } from '../acts/closing.ts';
import { inspectionFailed } from '../acts/inspecting.ts';
import { inspector, mine, owner, reviewer, type Story, supervisor } from '../story/story.ts';
import { exampleComputing, shiliSuanli } from './operators.ts';

/** Mines that are gone by the last day. */
export const decommissionedMines: readonly Story[] = [
  // Directed to relocate, it left the jurisdiction; its appeal was decided afterwards, in its favour.
  mine(
    'XJ-0011',
    {
      on: '01-17 09:20',
      name: 'Demonstration Mine 21',
      operator: exampleComputing(11),
      megawatts: 45,
      site: 'Example Site 21',
    },
    closed('11-05 11:15', '11-05 16:30', 'Inspection of power use after the outages'),
    served('11-06 10:05'),
    supervisor('11-12 14:30', 'PowerDirectionIssued', {
      directionId: 'P1',
      alternatives: ['relocate'],
      dueOn: '2018-12-20',
    }),
    owner('11-14 16:10', 'AppealLodged', {
      appealId: 'A1',
      grounds: 'The mine was switched off on the day of the outage.',
    }),
    owner('11-20 11:30', 'RelocationStarted', { directionId: 'P1', destination: 'Example Site 90 in Inner Mongolia' }),
    inspector('12-17 10:40', 'RelocationCompleted', {
      site: 'Example Site 90',
      region: 'CN-NM',
      successor: 'NM-EXAMPLE-90',
    }),
    reviewer('12-27 11:00', 'AppealDecided', {
      appealId: 'A1',
      decision: 'quashed',
      reason: 'The grid operator confirms that the mine drew nothing on that day.',
    }),
  ),

  mine(
    'XJ-0012',
    { on: '02-01 14:10', name: '演示矿场 20', operator: shiliSuanli(12), megawatts: 3 },
    closed('11-07 14:40', '11-07 17:05', 'Two transformers run without the records of the power office'),
    served('11-09 11:20'),
    inspectionFailed('11-19 10:00', 'I1', [{ id: 'F1', wrong: 'Both transformers are beyond repair.', due: '12-14' }]),
    owner('11-29 10:30', 'OwnerStatementFiled', { text: 'We do not replace the transformers and give the site up.' }),
    supervisor('12-05 14:40', 'MineDecommissioned', { reason: 'Given up by its owner.' }),
  ),
];
