import { useTranslation } from 'react-i18next';
import type { BottleneckAnalysis } from '../../api/answers.ts';
import { useWords } from '../../language/use-words.ts';

/** Says for whom closures waited: an office where there is one, else the party. */
export function useWaitedFor(): (one: Pick<BottleneckAnalysis['parties'][number], 'party' | 'office'>) => string {
  const { t } = useTranslation();
  const words = useWords();
  return ({ party, office }) => (office === null ? t(`domain.party.${party}`) : words.office(office));
}
