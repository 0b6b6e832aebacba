/** The rule of a deadline in words: `first-inspection` is `first inspection`, `re-inspection` stays. */
export function ruleInWords(rule: string): string {
  return rule.replaceAll(/(?<!^re)-/g, ' ');
}
