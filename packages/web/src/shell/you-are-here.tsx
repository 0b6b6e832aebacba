import { createLink, type LinkComponent } from '@tanstack/react-router';
import { Children, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './you-are-here.module.css';

/** Where a page stands: the way to it from above, step by step. */
export function YouAreHere({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('common.breadcrumb')} className={className}>
      <ol className={classes.trail}>{Children.map(children, (step) => step && <li>{step}</li>)}</ol>
    </nav>
  );
}

const PlainLink = createLink('a');

/** Leads to what a page belongs to. The page itself, which lies below that address, is not there: the link never says so. */
export const ParentLink: LinkComponent<'a'> = (props) => <PlainLink activeOptions={{ exact: true }} {...props} />;
