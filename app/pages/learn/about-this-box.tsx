import { WhoReads } from '~/ui/learning';

interface AboutThisBoxProps {
  /** Name of the safeguarding lead, from who to tell. */
  tell: string | null;
  /** When the words go. */
  kept: string;
}

/** Beside every box that takes words: who can read it, when it goes, and that it reports nothing. */
export function AboutThisBox({ tell, kept }: AboutThisBoxProps) {
  return (
    <WhoReads>
      <p>
        Only you can read this here. It is encrypted, and nobody at your school is shown it; whoever
        runs the server could read it. {kept}
      </p>
      <p>
        This does not report anything. Worried about a child? Tell{' '}
        {tell ?? 'your safeguarding lead'} now.
      </p>
    </WhoReads>
  );
}
