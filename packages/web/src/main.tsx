import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './design/layers.css';
import './design/mantine.css';
import './design/tokens.css';
import './design/base.css';
import { queryClient } from './api/query-client.ts';
import { readDrafts } from './case/form/drafts.ts';
import { theme, variables } from './design/theme.ts';
import { startLanguage } from './language/language.ts';
import { readActs } from './outbox/kept-acts.ts';
import { router } from './router.tsx';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no element with the id "root".');

await Promise.all([startLanguage(), readDrafts(), readActs()]);

createRoot(place).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      colorSchemeManager={localStorageColorSchemeManager({ key: 'rectify.appearance' })}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
