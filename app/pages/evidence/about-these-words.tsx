import { WhoReads } from '~/ui/learning';

/** Beside boxes whose words the school shows: who reads them, how long they stay, and that they report nothing. */
export function AboutTheseWords({ tell }: { tell: string | null }) {
  return (
    <WhoReads>
      <p>
        Name no child and no member of staff. Attachment leads, their deputies and the headteacher
        read this, and it goes out with what the school exports, and to whoever has a link for
        governors. It stays for as long as the school’s record does.
      </p>
      <p>
        This does not report anything. Worried about a child? Tell{' '}
        {tell ?? 'your safeguarding lead'} now.
      </p>
    </WhoReads>
  );
}
