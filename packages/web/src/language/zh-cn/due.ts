export { due } from '@rectify/words/zh-cn';
