import { useTranslation } from 'react-i18next';
import classes from './truth-mark.module.css';

/** What has to stand beside a figure or a closure so that nobody takes it for more than it is. */
export type Truth = 'underAppeal' | 'overturned' | 'corrected' | 'reported' | 'demonstration';

/** A mark of truth: under appeal, overturned, corrected, reported and unverified, demonstration. */
export function TruthMark({ truth }: { readonly truth: Truth }) {
  const { t } = useTranslation();
  return (
    <span className={classes.mark} data-truth={truth}>
      {t(`domain.mark.${truth}`)}
    </span>
  );
}

/** Stands beside each lost-capacity figure: reported, unverified. */
export function ReportedMark() {
  return <TruthMark truth="reported" />;
}
