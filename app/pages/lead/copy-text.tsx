import { useEffect, useState } from 'react';
import { Button } from '~/ui/button';

/** Copies a text, where the browser allows it; the text stands beside it for whoever has to copy by hand. */
export function CopyText({ text, children }: { text: string; children: string }) {
  const [works, setWorks] = useState(false);
  const [said, setSaid] = useState('');
  useEffect(() => setWorks(Boolean(navigator.clipboard)), []);
  if (!works) return null;
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied.');
    } catch {
      setSaid('This browser did not allow it. Please copy the text by hand.');
    }
  }
  return (
    <>
      <Button type="button" variant="secondary" onClick={copy}>
        {children}
      </Button>
      <span role="status">{said}</span>
    </>
  );
}
