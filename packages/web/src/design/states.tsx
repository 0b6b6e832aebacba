import { sayIfKnown } from '@rectify/words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, Unreachable } from '../api/problem.ts';
import { useLanguage } from '../language/use-words.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import classes from './states.module.css';

/** Grey lines where text will be, and the word "loading" for those who cannot see them. */
export function Loading({ lines = 3 }: { readonly lines?: number }) {
  const { t } = useTranslation();
  return (
    <div className={classes.loading} role="status">
      <span className="visually-hidden">{t('common.state.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all the same
        <span key={line} className={classes.line} style={{ inlineSize: `${92 - ((line * 17) % 40)}%` }} />
      ))}
    </div>
  );
}

/** Nothing to show: what that means and what can be done. Where it is all that the page says, its title is the page's heading. */
export function Empty({
  title,
  wholePage = false,
  children,
}: {
  readonly title: string;
  readonly wholePage?: boolean;
  readonly children?: ReactNode;
}) {
  const Title = wholePage ? 'h1' : 'p';
  return (
    <div className={classes.empty}>
      <Title className={classes.emptyTitle}>{title}</Title>
      {children}
    </div>
  );
}

/** What went wrong, in words for a person; never a raw code. The server's own sentence is English and is used there. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (error) => {
    if (error instanceof Unreachable) return t('common.state.unreachable');
    if (!(error instanceof Problem)) return t('common.state.unexpected');
    return (
      sayIfKnown(t, `common.problem.${error.slug}`) ??
      (language === 'en' ? error.message : t('common.state.unexpected'))
    );
  };
}

/** An error that takes the place of what should be here: what happened, the request's number, and another try. */
export function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { t } = useTranslation();
  const text = useErrorText();
  const requestId = error instanceof Problem ? error.requestId : null;
  return (
    <Notice kind="error" title={t('common.state.problem')}>
      <p>{text(error)}</p>
      {requestId ? <p className="quiet">{t('common.state.request', { id: requestId })}</p> : null}
      {onRetry ? <Button onClick={onRetry}>{t('common.state.retry')}</Button> : null}
    </Notice>
  );
}

/** A bordered message with a sign beside it: an error, or something to know. */
export function Notice({
  kind,
  title,
  children,
}: {
  readonly kind: 'error' | 'info';
  readonly title?: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={classes.notice} data-kind={kind} role={kind === 'error' ? 'alert' : 'note'}>
      <Icon grid={20} className={classes.sign}>
        <circle cx="10" cy="10" r="8.5" />
        {kind === 'error' ? (
          <path d="M10 5.5v5.5M10 13.25v1.5" strokeWidth="1.75" />
        ) : (
          <path d="M10 9v5.5M10 5.25v1.5" strokeWidth="1.75" />
        )}
      </Icon>
      <div className={classes.noticeText}>
        {title ? <p className={classes.noticeTitle}>{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
