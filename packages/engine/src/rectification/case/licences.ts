import type { MineEvent } from '../mine-event.ts';
import { own } from './own.ts';

/** Where a licence stands; refused, revoked, expired and surrendered are final. */
export type LicenceStatus = 'applied' | 'granted' | 'refused' | 'suspended' | 'revoked' | 'expired' | 'surrendered';

/** One licence. */
export interface Licence {
  readonly licenceId: string;
  readonly kind: string;
  readonly status: LicenceStatus;
  readonly since: string;
  readonly number: string | null;
  readonly validUntil: string | null;
  readonly reason: string | null;
}

/** The licences of a mine over all its cycles, by id. */
export type Licences = Readonly<Record<string, Licence>>;

const after = {
  LicenceRefused: 'refused',
  LicenceSuspended: 'suspended',
  LicenceReinstated: 'granted',
  LicenceRevoked: 'revoked',
  LicenceExpired: 'expired',
  LicenceSurrendered: 'surrendered',
} as const satisfies Partial<Record<MineEvent['type'], LicenceStatus>>;

/** From which statuses each event leads on. */
export const licenceFrom: Readonly<Record<string, readonly LicenceStatus[]>> = {
  LicenceRefused: ['applied'],
  LicenceSuspended: ['granted'],
  LicenceReinstated: ['suspended'],
  LicenceRevoked: ['granted', 'suspended'],
  LicenceExpired: ['granted', 'suspended'],
  LicenceSurrendered: ['granted', 'suspended'],
};

/** The licences after an event. */
export function licencesAfter(licences: Licences, event: MineEvent): Licences {
  const since = event.occurredAt;
  switch (event.type) {
    case 'LicenceApplied': {
      const { licenceId, kind } = event.data;
      return {
        ...licences,
        [licenceId]: { licenceId, kind, status: 'applied', since, number: null, validUntil: null, reason: null },
      };
    }
    case 'LicenceGranted': {
      const { licenceId, kind, number, validUntil } = event.data;
      return {
        ...licences,
        [licenceId]: {
          licenceId,
          kind,
          number,
          status: 'granted',
          since,
          validUntil: validUntil ?? null,
          reason: null,
        },
      };
    }
    case 'LicenceRefused':
    case 'LicenceSuspended':
    case 'LicenceReinstated':
    case 'LicenceRevoked':
    case 'LicenceExpired':
    case 'LicenceSurrendered': {
      const { licenceId, reason } = event.data;
      const licence = own(licences, licenceId);
      const status = after[event.type];
      return licence ? { ...licences, [licenceId]: { ...licence, status, since, reason: reason ?? null } } : licences;
    }
    default:
      return licences;
  }
}

/** Whether an event takes away a licence that is held, that is, granted and not suspended. */
export function losesLicence(licences: Licences, event: MineEvent): boolean {
  switch (event.type) {
    case 'LicenceSuspended':
    case 'LicenceRevoked':
    case 'LicenceExpired':
    case 'LicenceSurrendered':
      return own(licences, event.data.licenceId)?.status === 'granted';
    default:
      return false;
  }
}
