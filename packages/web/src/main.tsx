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
import { systemQuery } from './api/system.ts';
import { readDrafts } from './case/form/drafts.ts';
import { theme, variables } from './design/theme.ts';
import { startLanguage } from './language/language.ts';
import { readActs } from './outbox/kept-acts.ts';
import { keepAnswers } from './outbox/kept-answers.ts';
import { router } from './router.tsx';
import { personasQuery } from './session/use-personas.ts';

/** Asks even where an answer was kept, and does not wait for a line where there is none. */
const askAnew = { staleTime: 0, networkMode: 'always' } as const;

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no element with the id "root".');
const root = createRoot(place);
// Not awaited here: around a module that awaits, the build keeps every shared part of the page in a file of its own.
void start();

async function start(): Promise<void> {
  await Promise.all([startLanguage(), readDrafts(), readActs(), keepAnswers()]);
  // Band and header are drawn once, with what the server says of itself; where it does not answer, with what it said last, or without.
  await Promise.all([
    queryClient.prefetchQuery({ ...systemQuery, ...askAnew }),
    queryClient.prefetchQuery({ ...personasQuery, ...askAnew }),
  ]);
  root.render(
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
}
