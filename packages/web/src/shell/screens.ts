import { officials, type Role } from '@rectify/engine/rectification';

const desk: readonly Role[] = [...officials, 'analyst', 'system'];

/** The places of the page, in the order in which the header names them, each with who goes there, and what belongs to it by another address. */
const screens = [
  { to: '/my', name: 'myMines', roles: ['owner'] },
  { to: '/work', name: 'work', roles: officials },
  { to: '/mines', name: 'mines', roles: desk },
  { to: '/on-the-spot', name: 'spot', roles: ['inspector'], also: /^\/mines\/[^/]+\/inspection$/ },
  { to: '/closures', name: 'closures', roles: desk },
  { to: '/campaigns', name: 'campaigns', roles: desk },
  { to: '/statistics', name: 'statistics', roles: desk, also: /^\/(late|stays)$/ },
  { to: '/studio', name: 'studio', roles: desk },
  { to: '/changes', name: 'changes', roles: desk },
  { to: '/server', name: 'server', roles: ['admin'] },
] as const satisfies readonly {
  readonly to: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly also?: RegExp;
}[];

/** A place of the page. */
export type Screen = (typeof screens)[number];

/** The place that an address belongs to: what is named as belonging elsewhere, else what it lies below; null for an address of no place. */
export function screenOf(pathname: string, role: Role): Screen | null {
  const screens = screensFor(role);
  return (
    screens.find((screen) => 'also' in screen && screen.also.test(pathname)) ??
    screens.find(({ to }) => `${pathname}/`.startsWith(`${to}/`)) ??
    null
  );
}

/** The places where somebody of a role goes. */
export function screensFor(role: Role): readonly Screen[] {
  return screens.filter(({ roles }: { readonly roles: readonly Role[] }) => roles.includes(role));
}
