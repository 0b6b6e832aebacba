import type { EventType } from '@rectify/engine/rectification';
import { say } from '@rectify/words';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useWords } from '../../language/use-words.ts';
import type { Field, Option } from './field.ts';

/** What fields and choices are called in the language of the page. */
export function useFieldWords() {
  const { t } = useTranslation();
  const words = useWords();
  const language = useLanguage();
  return useMemo(() => {
    const label = ({ name }: Pick<Field, 'name'>, type: EventType) => words.field(name, type);
    /** A hint for one field of one event, where there is one. */
    const hint = ({ name }: Pick<Field, 'name'>, type: EventType) =>
      say(t, `form.hint.${type}.${name}`, say(t, `form.hint.any.${name}`, '')) || null;
    const option = ({ name }: Pick<Field, 'name'>, { value, label: given }: Option) => {
      if (name === 'check' || name === 'requirement') return words.subject(value);
      if (name === 'region') return words.place(value);
      if (name === 'licenceId' && given === undefined) return t('form.withoutApplication');
      if (given === undefined) return words.option(name, value);
      return typeof given === 'string' ? given : given[language];
    };
    return { label, hint, option };
  }, [t, words, language]);
}
