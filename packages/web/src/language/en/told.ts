export { told } from '@rectify/words/en';
