import { useEffect, useState } from 'react';
import { Button } from './button';

/** Shown only where it works: with JavaScript off, the browser's own menu prints. */
export function PrintButton({ children = 'Print' }: { children?: string }) {
  const [works, setWorks] = useState(false);
  useEffect(() => setWorks(true), []);
  return works ? (
    <Button type="button" variant="secondary" className="no-print" onClick={() => window.print()}>
      {children}
    </Button>
  ) : null;
}
