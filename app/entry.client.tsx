import { RemixBrowser } from '@remix-run/react';
import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { PageMemory } from './ui/page-memory';
import { RequestFacts } from './ui/request-facts';

// The first render must say what the server's did, and only its page knows the reference.
const reference = document.querySelector('[data-reference]')?.textContent ?? undefined;
const memory: PageMemory = { submission: null, arrival: null };

startTransition(() => {
  hydrateRoot(
    document,
    <RequestFacts.Provider value={{ reference }}>
      <PageMemory.Provider value={memory}>
        <RemixBrowser />
      </PageMemory.Provider>
    </RequestFacts.Provider>,
  );
});
