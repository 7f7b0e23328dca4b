import type { BrowserContext, Page } from '@playwright/test';

/**
 * From here on, every page of this browser that is opened by its address is handed back when its scripts have taken
 * over, as anyone finds it who has read a line of it. A slow machine takes seconds for that, and a clock that a test
 * moves, or a word typed meanwhile, would be seen by nobody.
 */
export function openWhenReady(context: BrowserContext): void {
  context.on('page', (page) => {
    const goto = page.goto.bind(page);
    page.goto = async (...where: Parameters<Page['goto']>) => {
      const answer = await goto(...where);
      await page.waitForFunction(tookOver);
      return answer;
    };
  });
}

/** Runs in the browser: what is no page of Remix is ready as it is; otherwise React's root says when it has hydrated. */
function tookOver(): boolean {
  if (!('__remixContext' in window)) return true;
  const [, root] =
    Object.entries(document).find(([key]) => key.startsWith('__reactContainer')) ?? [];
  return root?.stateNode.current.memoizedState.isDehydrated === false;
}
