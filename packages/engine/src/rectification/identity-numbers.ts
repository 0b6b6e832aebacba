/** Seventeen digits and a digit or X, not within a longer run of letters or digits: the form of a resident identity number. */
const identityNumber = /(?<![0-9A-Za-z])\d{17}[0-9Xx](?![0-9A-Za-z])/;

/**
 * The JSON pointers of every text in a value that holds an 18-digit identity number: domain.md, "Privacy". Full-width digits and
 * numbers broken by spaces or hyphens are found too.
 */
export function identityNumbersIn(value: unknown, pointer = ''): string[] {
  if (typeof value === 'string') return holdsIdentityNumber(value) ? [pointer] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(holdsIdentityNumber(key) ? [`${pointer}/${pointerPart(key)}`] : []),
    ...identityNumbersIn(inner, `${pointer}/${pointerPart(key)}`),
  ]);
}

/** A property name as a part of an RFC 6901 pointer. */
export function pointerPart(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function holdsIdentityNumber(text: string): boolean {
  const plain = text.normalize('NFKC');
  if (identityNumber.test(plain)) return true;
  const joined = plain.replaceAll(/(?<=\d)[\s-]+(?=[\dXx])/g, '');
  return (
    joined !== plain &&
    [...joined.matchAll(new RegExp(identityNumber, 'g'))].some(([candidate]) => hasValidCheckDigit(candidate))
  );
}

/** GB 11643-1999 (ISO 7064 MOD 11-2): tells a number written in groups from dates that happen to stand side by side. */
function hasValidCheckDigit(candidate: string): boolean {
  const sum = [...candidate.slice(0, 17)].reduce(
    (total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11),
    0,
  );
  return '10X98765432'[sum % 11] === candidate[17]?.toUpperCase();
}
