import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../api/live.ts';
import { AsOfBand } from '../as-of/as-of-band.tsx';
import { useAsOf } from '../as-of/use-as-of.ts';
import { CampaignNames } from '../campaigns/campaign-names.tsx';
import { KnownWordings } from '../language/procedure-wordings.tsx';
import { OutboxBanner } from '../outbox/outbox-banner.tsx';
import { PaletteHost } from '../palette/palette-host.tsx';
import { useSession } from '../session/session.ts';
import { SignIn } from '../session/sign-in.tsx';
import { SignInAgain } from '../session/sign-in-again.tsx';
import { BehindBanner } from './behind-banner.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { Header } from './header.tsx';
import classes from './shell.module.css';

/** The frame of every page: band of the as-of day, header, content, footer. Without a session the content is the sign-in. */
export function Shell() {
  const { t } = useTranslation();
  const session = useSession();
  const { demonstration } = useAsOf();
  const content = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useLive();
  // A new page is read from its beginning: the focus would stay on a link that is gone.
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    content.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        {t('common.skip')}
      </a>
      {demonstration ? <p className={classes.printMark}>{t('common.demonstration.print')}</p> : null}
      <AsOfBand />
      <Header />
      <ConnectionBanner />
      <BehindBanner />
      <OutboxBanner />
      <main ref={content} id="content" tabIndex={-1} className={classes.content} data-works={session !== null}>
        {session ? (
          <CampaignNames>
            <KnownWordings>
              <Outlet />
            </KnownWordings>
          </CampaignNames>
        ) : (
          <SignIn />
        )}
      </main>
      {session ? <PaletteHost /> : null}
      <SignInAgain />
      <footer className={classes.footer}>
        {demonstration ? <p>{t('common.demonstration.footer')}</p> : null}
        <p>{t('common.clock')}</p>
      </footer>
    </div>
  );
}
