/** How the domain is said to people, in each of its languages; the texts are in `@rectify/words/en` and `@rectify/words/zh-cn`. */
export {
  dayOfInstant,
  daysFrom,
  daysText,
  dayText,
  localParts,
  type Precision,
  shortDayText,
  timeText,
} from './dates.ts';
export { deadlineSentence, dueText, lateBy } from './due.ts';
export { isLanguage, type Language, languages } from './languages.ts';
export { amountText, figureText } from './quantity.ts';
export { say, sayIfKnown } from './say.ts';
export { type Speech, speechIn } from './speech.ts';
export { noTitles, noWordings, type Titles, titlesIn, withCase } from './titles.ts';
export { lostText, type Told, told } from './told.ts';
export { type Words, wordsIn } from './words-in.ts';
