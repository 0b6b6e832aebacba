import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../../api/answers.ts';
import classes from './file.module.css';

/** A document by its name; its fingerprint opens beside it, since the file itself is not kept yet. */
export function DocumentName({
  document,
}: {
  readonly document: MineDetail['detail']['documents'][number]['document'];
}) {
  const { t } = useTranslation();
  return (
    <details className={classes.document}>
      <summary>{document.name}</summary>
      <span className={classes.fingerprint}>{t('case.document.fingerprint', { sha256: document.sha256 })}</span>
    </details>
  );
}
