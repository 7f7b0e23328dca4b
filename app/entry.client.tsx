import { RemixBrowser } from '@remix-run/react';
import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { LastSubmission, type Submission } from './ui/last-submission';
import { RequestFacts } from './ui/request-facts';

// The first render must say what the server's did, and only its page knows the reference.
const reference = document.querySelector('[data-reference]')?.textContent ?? undefined;
const last = { current: null as Submission | null };

startTransition(() => {
  hydrateRoot(
    document,
    <RequestFacts.Provider value={{ reference }}>
      <LastSubmission.Provider value={last}>
        <RemixBrowser />
      </LastSubmission.Provider>
    </RequestFacts.Provider>,
  );
});
