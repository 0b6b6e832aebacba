import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LookBack } from '../as-of/look-back.tsx';
import { useAsOf } from '../as-of/use-as-of.ts';
import { useNarrow } from '../design/use-narrow.ts';
import { PaletteButton } from '../palette/palette-button.tsx';
import { PersonaMenu } from '../session/persona-menu.tsx';
import { useSession } from '../session/session.ts';
import { SettingsMenu } from '../settings/settings-menu.tsx';
import classes from './header.module.css';
import { Navigation } from './navigation.tsx';

/** The header: where one can go, whether this is a demonstration, which day, which language, who one is. */
export function Header() {
  const { t } = useTranslation();
  const session = useSession();
  const narrow = useNarrow();
  const { kind, demonstration } = useAsOf();
  return (
    <header className={classes.header}>
      <div className={classes.inner}>
        <Link to="/" className={classes.brand}>
          {narrow ? <img src="/mark.svg" alt={t('common.product')} width="24" height="24" /> : t('common.product')}
          {session ? null : <span className={classes.line}>{t('common.productLine')}</span>}
        </Link>
        {demonstration ? (
          <abbr className={classes.demonstration} title={t('common.demonstration.footer')}>
            {narrow ? t('common.demonstration.short') : t('common.demonstration.mark')}
          </abbr>
        ) : null}
        {session ? <Navigation session={session} /> : null}
        <div className={classes.tools}>
          {session && session.role !== 'admin' && kind === 'today' && !narrow ? (
            <LookBack label={t('common.asOf.lookBack')} />
          ) : null}
          {session && session.role !== 'owner' ? <PaletteButton compact={narrow} /> : null}
          <SettingsMenu compact={narrow && session !== null} />
          {session ? <PersonaMenu session={session} /> : null}
        </div>
      </div>
    </header>
  );
}
