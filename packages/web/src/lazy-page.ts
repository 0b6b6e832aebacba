import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Area } from './language/areas.ts';
import { bringTexts } from './language/language.ts';

/** A page that is loaded when somebody goes there, together with the texts that it says. */
export function lazyPage<Name extends string>(
  areas: readonly Area[],
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
) {
  return lazyRouteComponent(async () => {
    const [page] = await Promise.all([load(), bringTexts(areas)]);
    return page;
  }, name);
}
