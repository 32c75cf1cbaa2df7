import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const NAVY: MantineColorsTuple = [
  '#eaf1fb',
  '#d0dff3',
  '#a5c0e8',
  '#779fdd',
  '#5183d3',
  '#3670cb',
  '#2563bd',
  '#1d54a3',
  '#17457f',
  '#0f3261',
];

export const theme = createTheme({
  colors: { navy: NAVY },
  primaryColor: 'navy',
  primaryShade: { light: 8, dark: 6 },
  autoContrast: true,
  fontFamily: "'Be Vietnam Pro', 'Segoe UI', Roboto, Arial, sans-serif",
  headings: { fontWeight: '600' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    // A menu lies in the landmark of its button, and has nothing in it but its entries.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, withinPortal: false } },
    // A window's title line is no banner of the page.
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    ModalHeader: { defaultProps: { role: 'presentation' } },
  },
});

/** Grey texts dark enough to be read: 4.5:1 at least in both themes. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#4f575e',
    '--mantine-color-placeholder': '#646b72',
    '--mantine-color-anchor': '#17457f',
    '--mantine-color-error': '#b3101f',
  },
  dark: {
    '--mantine-color-dimmed': '#b4bac0',
    '--mantine-color-placeholder': '#a4abb2',
    '--mantine-color-anchor': '#9cc2ff',
    '--mantine-color-error': '#ff9ea5',
  },
});
