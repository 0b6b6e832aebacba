import { licenceFrom } from '../case/licences.ts';
import type { Mine } from '../case/mine.ts';
import { own } from '../case/own.ts';
import type { Reason } from '../reason.ts';
import { type Guard, type Guards, when } from './guard.ts';
import { idTaken } from './inspection.ts';

type LaterLicenceEvent =
  | 'LicenceRefused'
  | 'LicenceSuspended'
  | 'LicenceReinstated'
  | 'LicenceRevoked'
  | 'LicenceExpired'
  | 'LicenceSurrendered';

/** The conditions of licence events. */
export const licenceGuards: Guards<LaterLicenceEvent | 'LicenceApplied' | 'LicenceGranted'> = {
  LicenceApplied: {
    fits: ({ licences }, { licenceId }) =>
      when(Object.hasOwn(licences, licenceId), () => idTaken('licence', licenceId, 'owner')),
  },
  LicenceGranted: {
    fits: ({ licences }, { licenceId }) => {
      const status = own(licences, licenceId)?.status;
      return when(status !== undefined && status !== 'applied', () => idTaken('licence', licenceId, 'licensing'));
    },
  },
  LicenceRefused: aLicenceFor('LicenceRefused'),
  LicenceSuspended: aLicenceFor('LicenceSuspended'),
  LicenceReinstated: aLicenceFor('LicenceReinstated'),
  LicenceRevoked: aLicenceFor('LicenceRevoked'),
  LicenceExpired: aLicenceFor('LicenceExpired'),
  LicenceSurrendered: aLicenceFor('LicenceSurrendered'),
};

function aLicenceFor(type: LaterLicenceEvent): Guard<LaterLicenceEvent> {
  const statuses = licenceFrom[type] ?? [];
  const suits = (mine: Mine, licenceId: string) => {
    const status = own(mine.licences, licenceId)?.status;
    return status !== undefined && statuses.includes(status);
  };
  const none = (): Reason => ({
    code: 'no-such-licence',
    detail: `No licence of the mine is ${statuses.join(' or ')}.`,
    who: 'licensing',
  });
  const another = (licenceId: string): Reason => ({
    code: 'no-such-licence',
    detail: `The mine has no licence ${licenceId} that is ${statuses.join(' or ')}.`,
    who: 'licensing',
    about: licenceId,
  });
  return {
    conditions: (mine) => when(!Object.keys(mine.licences).some((id) => suits(mine, id)), none),
    fits: (mine, { licenceId }) => when(!suits(mine, licenceId), () => another(licenceId)),
  };
}
