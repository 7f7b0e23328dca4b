import {
  type APIRequestContext,
  type Browser,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import type { Actor } from '~/people/actor';
import { Complaints } from './complaints';
import { cookieOf, signInAs } from './people';
import { openWhenReady } from './ready';
import { closeWorld, openWorld, type World } from './world';

export { expect };

interface VisitOptions extends BrowserContextOptions {
  /** On a computer that everyone shares, as the sign-in form assumes unless told otherwise. */
  sharedDevice?: boolean;
}

/** Opens a browser of their own for someone (null: nobody signed in). Everything it complains of fails the test. */
export type Visit = (who: Pick<Actor, 'personId'> | null, options?: VisitOptions) => Promise<Page>;

/** Requests as a signed-in person makes them, with no browser: for reading raw answers. Redirects are not followed. */
export type Ask = (who: Pick<Actor, 'personId'> | null) => Promise<APIRequestContext>;

async function open(
  browser: Browser,
  world: World,
  complaints: Complaints,
  who: Parameters<Visit>[0],
  { sharedDevice, ...options }: VisitOptions,
): Promise<Page> {
  const context = await browser.newContext({ baseURL: world.origin, ...options });
  const javaScript = options.javaScriptEnabled !== false;
  await complaints.watch(context, javaScript);
  if (javaScript) openWhenReady(context);
  if (who) await signInAs(context, world, who, sharedDevice);
  return await context.newPage();
}

export const test = base.extend<
  { complaints: Complaints; visit: Visit; ask: Ask },
  { world: World }
>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture asks for from its pattern.
    async ({}, use) => {
      const world = await openWorld();
      await use(world);
      await closeWorld(world);
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  complaints: async ({ world }, use) => {
    const complaints = new Complaints(world.origin);
    await use(complaints);
    expect(complaints.left(), 'what the browser complained of').toEqual([]);
  },
  visit: async ({ browser, world, complaints }, use) => {
    const pages: Page[] = [];
    await use(async (who, options = {}) => {
      const page = await open(browser, world, complaints, who, options);
      pages.push(page);
      return page;
    });
    for (const page of pages) await page.context().close();
  },
  ask: async ({ playwright, world }, use) => {
    const made: APIRequestContext[] = [];
    await use(async (who) => {
      const cookie = who ? await cookieOf(world, who) : null;
      const request = await playwright.request.newContext({
        baseURL: world.origin,
        maxRedirects: 0,
        extraHTTPHeaders: cookie ? { Cookie: `${cookie.name}=${cookie.value}` } : {},
      });
      made.push(request);
      return request;
    });
    for (const request of made) await request.dispose();
  },
});
