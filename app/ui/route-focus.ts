import { useLocation } from '@remix-run/react';
import { useContext, useEffect } from 'react';
import { PageMemory } from './page-memory';

/**
 * What a whole new document would have done by itself: after a navigation within the page, the focus goes to what the
 * address points at, else to what needs reading first, else to the new page's h1, so that it is read aloud.
 */
export function useRouteFocus(): void {
  const location = useLocation();
  const memory = useContext(PageMemory);

  useEffect(() => {
    if (!memory) return;
    const last = memory.arrival;
    memory.arrival = { key: location.key, pathname: location.pathname };
    if (!last || last.key === location.key) return;
    const pointedAt = location.hash ? document.getElementById(decoded(location.hash)) : null;
    const first = pointedAt ?? document.querySelector<HTMLElement>('[data-focus-first]');
    if (first) return focusOn(first, false);
    const lost = document.activeElement === null || document.activeElement === document.body;
    const h1 = document.querySelector<HTMLElement>('h1');
    if (h1 && (lost || last.pathname !== location.pathname)) focusOn(h1, true);
  }, [location, memory]);
}

function focusOn(target: HTMLElement, preventScroll: boolean) {
  if (target.tabIndex < 0 && !target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus({ preventScroll });
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}
