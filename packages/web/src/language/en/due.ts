export { due } from '@rectify/words/en';
