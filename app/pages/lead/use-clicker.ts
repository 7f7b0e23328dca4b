import { useEffect } from 'react';

/**
 * Arrow keys turn the page; Page Down and Page Up, which is what a clicker sends, read on down the page first and turn it
 * at its end. They press what carries `data-clicker="next"` or `"back"`, and nothing where there is no such thing.
 */
export function useClicker(): void {
  useEffect(() => {
    function press(which: 'next' | 'back'): boolean {
      const found = document.querySelector<HTMLElement>(`[data-clicker="${which}"]`);
      found?.click();
      return found !== null;
    }
    function onKey(event: KeyboardEvent) {
      const { key, altKey, ctrlKey, metaKey, shiftKey, repeat, target } = event;
      if (event.defaultPrevented || altKey || ctrlKey || metaKey || shiftKey) return;
      if (target instanceof Element && target.closest('input, select, textarea')) return;
      const { scrollHeight } = document.documentElement;
      const atEnd = window.scrollY + window.innerHeight >= scrollHeight - 2;
      const atTop = window.scrollY <= 2;
      const forward = key === 'ArrowRight' || (key === 'PageDown' && atEnd);
      const backward = key === 'ArrowLeft' || (key === 'PageUp' && atTop);
      if (!forward && !backward) return;
      if (repeat || press(forward ? 'next' : 'back')) event.preventDefault();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
