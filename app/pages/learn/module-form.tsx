import type { ReactNode } from 'react';
import type { PageWho } from '~/people/guard.server';
import { PostForm } from '~/ui/post-form';
import type { Kept } from './kept-draft';
import type { PageAnswer } from './page-answer.server';

/** What every part of a module page needs to know of it. */
export interface OnPage {
  who: PageWho;
  /** The page's own address, without a query. */
  here: string;
  slug: string;
  enrolmentId: string;
  /** Name of the safeguarding lead. */
  tell: string | null;
  /** What to mend in the form that was sent, if anything. */
  answer: PageAnswer | undefined;
  /** Drafts of the page's forms, by form id. */
  kept: Record<string, Kept>;
  /** It is a refresher that they are on. */
  refreshing: boolean;
  /**
   * Id of the form of the page's reflection. Its checks belong to it too, so that words not saved yet go along with
   * whichever button is pressed; null where nobody is asked to write.
   */
  wordsForm: string | null;
  /** The quiz item that is explained was answered before, otherwise than just now. */
  answeredBefore: boolean;
}

interface ModuleFormProps {
  on: Pick<OnPage, 'who' | 'here'>;
  /** Hidden fields; `intent` says what it does. */
  hidden: { intent: string } & Record<string, string | number>;
  className?: string;
  /** For buttons that stand elsewhere on the page. */
  id?: string;
  children: ReactNode;
}

/** A form of a module page. It goes to the page's own address, without what the address asks to see. */
export function ModuleForm({ on, hidden, children, ...rest }: ModuleFormProps) {
  return (
    <PostForm who={on.who} action={on.here} {...rest}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </PostForm>
  );
}
