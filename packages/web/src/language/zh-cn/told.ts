export { told } from '@rectify/words/zh-cn';
