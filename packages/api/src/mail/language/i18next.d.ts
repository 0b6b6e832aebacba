import 'i18next';
import type { words } from '@rectify/words/en';
import type { mail } from './en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof words & { mail: typeof mail } };
    returnNull: false;
  }
}
