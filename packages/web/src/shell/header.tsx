import { officials } from '@rectify/engine/rectification';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LookBack } from '../as-of/look-back.tsx';
import { useAsOf } from '../as-of/use-as-of.ts';
import { useNarrow } from '../design/use-narrow.ts';
import { PersonaMenu } from '../session/persona-menu.tsx';
import { useSession } from '../session/session.ts';
import { SettingsMenu } from '../settings/settings-menu.tsx';
import classes from './header.module.css';

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
          <span className={classes.line}>{t('common.productLine')}</span>
        </Link>
        {demonstration ? (
          <abbr className={classes.demonstration} title={t('common.demonstration.footer')}>
            {narrow ? t('common.demonstration.short') : t('common.demonstration.mark')}
          </abbr>
        ) : null}
        {session ? (
          <nav className={classes.nav} aria-label={t('common.nav.label')}>
            {session.role === 'admin' ? (
              <Link to="/server" activeProps={{ 'aria-current': 'page' }}>
                {t('common.nav.server')}
              </Link>
            ) : session.role === 'owner' ? (
              <Link to="/my" activeProps={{ 'aria-current': 'page' }}>
                {t('common.nav.myMines')}
              </Link>
            ) : (
              <>
                {officials.includes(session.role) ? (
                  <Link to="/work" activeProps={{ 'aria-current': 'page' }}>
                    {t('common.nav.work')}
                  </Link>
                ) : null}
                <Link to="/mines" activeProps={{ 'aria-current': 'page' }}>
                  {t('common.nav.mines')}
                </Link>
                <Link to="/closures" activeProps={{ 'aria-current': 'page' }}>
                  {t('common.nav.closures')}
                </Link>
                <Link to="/campaigns" activeProps={{ 'aria-current': 'page' }}>
                  {t('common.nav.campaigns')}
                </Link>
                <Link to="/statistics" activeProps={{ 'aria-current': 'page' }}>
                  {t('common.nav.statistics')}
                </Link>
                <Link to="/studio" activeProps={{ 'aria-current': 'page' }}>
                  {t('common.nav.studio')}
                </Link>
                <Link to="/changes" activeProps={{ 'aria-current': 'page' }}>
                  {t('common.nav.changes')}
                </Link>
              </>
            )}
          </nav>
        ) : null}
        <div className={classes.tools}>
          {session && session.role !== 'admin' && kind === 'today' && !narrow ? (
            <LookBack label={t('common.asOf.lookBack')} />
          ) : null}
          <SettingsMenu compact={narrow && session !== null} />
          {session ? <PersonaMenu session={session} /> : null}
        </div>
      </div>
    </header>
  );
}
