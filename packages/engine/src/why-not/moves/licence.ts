import { freshId } from '../../fresh-id.ts';
import { licenceFrom } from '../../rectification/case/licences.ts';
import type { EventType } from '../../rectification/events/events.ts';
import { type Moment, type Moves, move } from '../move.ts';
import { text } from './stand-ins.ts';

/** Moves of licences: of those that an event can be about, one that is held before others. */
export const licenceMoves = {
  LicenceApplied: (at) => {
    const licenceId = freshId('L', at.mine);
    return [move(at, 'LicenceApplied', { licenceId, kind: text }, { about: licenceId })];
  },
  LicenceGranted: (at) => {
    const applied = Object.values(at.mine.licences).find(({ status }) => status === 'applied');
    const licenceId = applied?.licenceId ?? freshId('L', at.mine);
    return [move(at, 'LicenceGranted', { licenceId, kind: applied?.kind ?? text, number: text }, { about: licenceId })];
  },
  LicenceRefused: (at) =>
    aLicence(at, 'LicenceRefused').map((data) => move(at, 'LicenceRefused', data, { about: data.licenceId })),
  LicenceSuspended: (at) =>
    aLicence(at, 'LicenceSuspended').map((data) => move(at, 'LicenceSuspended', data, { about: data.licenceId })),
  LicenceReinstated: (at) =>
    aLicence(at, 'LicenceReinstated').map((data) => move(at, 'LicenceReinstated', data, { about: data.licenceId })),
  LicenceRevoked: (at) =>
    aLicence(at, 'LicenceRevoked').map((data) => move(at, 'LicenceRevoked', data, { about: data.licenceId })),
  LicenceExpired: (at) =>
    aLicence(at, 'LicenceExpired').map((data) => move(at, 'LicenceExpired', data, { about: data.licenceId })),
  LicenceSurrendered: (at) =>
    aLicence(at, 'LicenceSurrendered').map((data) => move(at, 'LicenceSurrendered', data, { about: data.licenceId })),
} satisfies Moves;

function aLicence({ mine }: Moment, type: EventType): { licenceId: string; reason: string }[] {
  const suiting = Object.values(mine.licences).filter(({ status }) => licenceFrom[type]?.includes(status));
  const licence = suiting.find(({ status }) => status === 'granted') ?? suiting[0];
  return licence ? [{ licenceId: licence.licenceId, reason: text }] : [];
}
