import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const teal: MantineColorsTuple = [
  '#e6efed',
  '#cfe2df',
  '#a3cbc7',
  '#74c7c0',
  '#459892',
  '#1f7472',
  '#0c5a5c',
  '#0a4e50',
  '#084345',
  '#063436',
];

/** Makes Mantine's controls look like the rest: the tokens' type, radius and accent. */
export const theme = createTheme({
  fontFamily: 'inherit',
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '1rem', lg: '1.25rem', xl: '1.75rem' },
  defaultRadius: '4px',
  colors: { teal },
  primaryColor: 'teal',
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  cursorType: 'pointer',
  respectReducedMotion: true,
});

const fromTokens = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-quiet)',
  '--mantine-color-placeholder': 'var(--ink-quiet)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--error)',
  '--mantine-shadow-md': 'var(--floating)',
  '--mantine-shadow-xl': 'var(--floating)',
};

/** Mantine's own colour variables, taken from the tokens so that both themes have one source. */
export const variables: CSSVariablesResolver = () => ({ variables: {}, light: fromTokens, dark: fromTokens });
