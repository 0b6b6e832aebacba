import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../..', import.meta.url));

/** The code of every file of the page and of the words of the domain, by its path, without those that hold texts. */
export function sources(folders: 'src' | '{src,rules}' = 'src'): ReadonlyMap<string, string> {
  const files = globSync([`web/${folders}/**/*.{ts,tsx}`, 'words/src/*.ts'], { cwd: packages });
  return new Map(
    files
      .filter((file) => !/language\/(en|zh-cn)\//.test(file))
      .map((file) => [file, readFileSync(join(packages, file), 'utf8')]),
  );
}

/** Whether anything in the code could say a key: it stands there, or a template does that it fits. A value in one may be a state, which has a dot. */
export function sayingIn(code: string): (key: string) => boolean {
  const named = new Set([...code.matchAll(/['"]([a-z][\w-]*(?:\.[\w@-]+)+)['"]/g)].map(([, key]) => key));
  const templates = [...code.matchAll(/`([a-z][\w-]*\.[^`\n]*\$\{[^`\n]*)`/g)]
    .map(([, template = '']) => template.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/))
    .filter((parts) => parts.every((part) => /^[\w.-]*$/.test(part)))
    .map((parts) => new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w-]+(?:\\.[\\w-]+)?')}$`));
  return (key) => named.has(key) || templates.some((template) => template.test(key));
}

/** What a file brings along, and what that brings along: with it, or when it is needed. Files to leave out bring nothing. */
export function broughtBy(
  start: string,
  code: ReadonlyMap<string, string>,
  leftOut: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const brought = new Set<string>();
  const visit = (file: string) => {
    const text = code.get(file);
    if (text === undefined || brought.has(file) || leftOut.has(file)) return;
    brought.add(file);
    const imports = text.matchAll(/^(?:import|export) (?!type)([^;]*?)from '([^']+)'|\bimport\('([^']+)'\)/gm);
    for (const [, names = '', now, later] of imports) {
      const from = now ?? later ?? '';
      if (from === '@rectify/words') wordsFor(names, code).forEach(visit);
      else visit(join(dirname(file), from));
    }
  };
  visit(start);
  return brought;
}

/** The files of the words of the domain from which some names are imported. */
function wordsFor(names: string, code: ReadonlyMap<string, string>): readonly string[] {
  const exported = code.get('words/src/index.ts')?.matchAll(/^export \{([^}]+)\} from '\.\/([^']+)'/gm) ?? [];
  const named = (text: string) => text.match(/(?<!type )\b(?!type )\w+/g) ?? [];
  const wanted = new Set(named(names));
  return Array.from(exported)
    .filter(([, all = '']) => named(all).some((name) => wanted.has(name)))
    .map(([, , file = '']) => `words/src/${file}`);
}

/** The pages that the router knows, each with the areas of texts that come with it. */
export function pagesOf(router: string): readonly { readonly page: string; readonly areas: readonly string[] }[] {
  const pages = router.matchAll(/lazyPage\(\s*\[([^\]]*)\],\s*\(\) => import\('\.\/([^']+)'\)/g);
  return Array.from(pages, ([, areas = '', page = '']) => ({
    page: `web/src/${page}`,
    areas: Array.from(areas.matchAll(/'(\w+)'/g), ([, area = '']) => area),
  }));
}
