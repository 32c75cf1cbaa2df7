import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import 'dayjs/locale/vi.js';
import { StrictMode, type ReactNode } from 'react';
import { useFormats } from '../ui/format.js';
import { queries } from './queries.js';
import { router } from './router.js';
import { theme, variables } from './theme.js';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
// Libraries that add a style sheet of their own look here for the nonce that the policy of the page asks.
Object.assign(globalThis, { __webpack_nonce__: nonce });

const scheme = localStorageColorSchemeManager({ key: 'sph.scheme' });

function Dates({ children }: { children: ReactNode }): ReactNode {
  const { language } = useFormats();
  return <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>{children}</DatesProvider>;
}

export function App(): ReactNode {
  return (
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        colorSchemeManager={scheme}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        <Dates>
          <QueryClientProvider client={queries}>
            <Notifications position="bottom-right" />
            <RouterProvider router={router} />
          </QueryClientProvider>
        </Dates>
      </MantineProvider>
    </StrictMode>
  );
}
