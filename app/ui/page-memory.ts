import { createContext } from 'react';

export interface Submission {
  action: string;
  form: FormData;
}

/** What one tab remembers while its document lives, above the router, because an error page replaces all below. */
export interface PageMemory {
  /** What a form sent last, so that when the connection drops on the way the error page can send it again. */
  submission: Submission | null;
  /** Where the last navigation led. */
  arrival: { key: string; pathname: string } | null;
}

/** Null on the server. Never in browser storage: the computer may be shared. */
export const PageMemory = createContext<PageMemory | null>(null);
