import { type EventType, owningRegion } from '@rectify/engine/rectification';
import { say } from '@rectify/words';
import { useTranslation } from 'react-i18next';
import type { NextAnswer } from '../api/answers.ts';
import { LookingBack } from '../as-of/looking-back.tsx';
import { useWords } from '../language/use-words.ts';
import classes from './acts-list.module.css';
import { Chevron } from './chevron.tsx';
import { Disclosure } from './disclosure.tsx';
import { type Possible, useOwnActs, useOwnVerb } from './own-acts.tsx';
import { Section } from './section.tsx';

/** What an owner most often wants to do that belongs to no single step, in this order. */
const first: readonly EventType[] = [
  'ExtensionRequested',
  'OwnerStatementFiled',
  'LiftRequested',
  'LostCapacityReported',
  'OperationResumed',
];

/** What has its button where it belongs, beside its step or appeal. */
const elsewhere: ReadonlySet<EventType> = new Set<EventType>([
  'EvidenceSubmitted',
  'RemediationDeclared',
  'GuaranteeLetterSigned',
  'GuaranteeLetterDeclined',
  'PowerCurtailed',
  'RelocationAbandoned',
  'AppealLodged',
  'AppealWithdrawn',
  'StayRequested',
]);

/** What an owner puts on the file is never hidden from owners, so who may see it is not asked. */
const forEveryone: ReadonlySet<EventType> = new Set<EventType>(['DocumentAttached', 'NoteAdded']);

/** What only owners send; of the rest of a case an owner is told elsewhere. */
const owners: ReadonlySet<EventType> = new Set<EventType>([
  ...first,
  'LicenceApplied',
  'LicenceSurrendered',
  'RelocationStarted',
]);

/** What else the owner can do, what not and why, and printing. `next`: undefined while it is not known. */
export function ActsList({ next, past }: { readonly next: NextAnswer | undefined; readonly past: boolean }) {
  const { t } = useTranslation();
  const { possible } = useOwnActs();
  const free = possible.filter(({ type }) => !elsewhere.has(type));
  const leading = first.flatMap((type) => free.filter((act) => act.type === type));
  const others = free.filter(({ type }) => !first.includes(type));
  const refused = (next?.refused ?? []).filter(({ type }) => owners.has(type));
  return (
    <Section title={t('owner.do.title')} onlyOnScreen>
      <LookingBack />
      <ul className={classes.list}>
        {leading.map((act) => (
          <ActRow key={act.type} act={act} />
        ))}
        <li>
          <button type="button" className={classes.row} onClick={() => print()}>
            <span>
              {t('owner.do.print')}
              <span className={classes.hint}>{t('owner.do.printHint')}</span>
            </span>
            <Chevron />
          </button>
        </li>
      </ul>
      {others.length === 0 ? null : (
        <Disclosure summary={t('owner.do.more')}>
          <ul className={classes.list}>
            {others.map((act) => (
              <ActRow key={act.type} act={act} />
            ))}
          </ul>
        </Disclosure>
      )}
      {past || refused.length === 0 ? null : (
        <Disclosure summary={t('owner.do.notNow')}>
          <ul className={classes.refused}>
            <Refused refused={refused} />
          </ul>
        </Disclosure>
      )}
    </Section>
  );
}

function ActRow({ act }: { readonly act: Possible }) {
  const { t } = useTranslation();
  const { open } = useOwnActs();
  const verb = useOwnVerb();
  const hint = say(t, `owner.do.hint.${act.type}`, '');
  return (
    <li>
      <button
        type="button"
        className={classes.row}
        onClick={() => open(act, forEveryone.has(act.type) ? { visibility: 'owner' } : {})}
      >
        <span>
          {verb(act.type)}
          {hint === '' ? null : <span className={classes.hint}>{hint}</span>}
        </span>
        <Chevron />
      </button>
    </li>
  );
}

/** What cannot be sent now; what has the same reasons stands above them once. */
function Refused({ refused }: { readonly refused: NextAnswer['refused'] }) {
  const words = useWords();
  const verb = useOwnVerb();
  const why = ({ type, reasons }: NextAnswer['refused'][number]) => [
    ...new Set(reasons.map((reason) => words.reason(reason, owningRegion(type)))),
  ];
  const alike = Map.groupBy(refused, (one) => why(one).join('\n'));
  return [...alike].map(([reasons, acts]) => (
    <li key={reasons}>
      {acts.map(({ type }) => (
        <div key={type}>{verb(type)}</div>
      ))}
      {reasons.split('\n').map((reason) => (
        <span key={reason} className={classes.hint}>
          {reason}
        </span>
      ))}
    </li>
  ));
}
