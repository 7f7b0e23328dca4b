import { createContext, type MutableRefObject } from 'react';

export interface Submission {
  action: string;
  form: FormData;
}

/**
 * What a form sent last, kept in memory above the router (entry.client), so that when the connection drops on the way
 * the error page can send it again. Null on the server. Never in browser storage: the computer may be shared.
 */
export const LastSubmission = createContext<MutableRefObject<Submission | null> | null>(null);
