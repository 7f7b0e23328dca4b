import { createContext } from 'react';

interface RequestFacts {
  /** For inline scripts. Known on the server only: browsers hide it from pages, and React would warn. */
  nonce?: string;
  /** Under which a failure of this request was logged. */
  reference?: string;
}

export const RequestFacts = createContext<RequestFacts>({});
