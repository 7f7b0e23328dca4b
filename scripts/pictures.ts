import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { findChromium } from '../tests/e2e/support/chromium';

/*
 * Pictures of every main page of a running demonstration school, for looking at:
 *   npx tsx scripts/pictures.ts http://localhost:3000 pictures
 * Each page at 390 and 1280 px, light and dark: <folder>/<width>-<theme>/<who>-<page>.png
 */
const [url = 'http://localhost:3000', folder = 'pictures', only] = process.argv.slice(2);
const password = 'attachment-aware';
const module = 'attachment-patterns';

const widths = [390, 1280] as const;
const themes = ['light', 'dark'] as const;

/** Where each person goes. A function finds an address that holds an id, by the first link on a page that leads there. */
type Stop = [name: string, path: string | ((page: Page) => Promise<string | null>)];

const linkOn = (from: string, like: RegExp) => async (page: Page) => {
  await page.goto(url + from);
  const hrefs = await page
    .locator('main a[href]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return hrefs.find((href) => like.test(href)) ?? null;
};

const firstPerson = linkOn('/lead/people', /^\/lead\/people\/(?!new)[^/]+$/);

const anyone: Stop[] = [
  ['sign-in', '/sign-in'],
  ['setup', '/setup'],
  ['join', '/join'],
  ['verify', '/verify'],
  ['privacy', '/privacy'],
  ['accessibility', '/accessibility'],
  ['not-found', '/no/such/page'],
];

const pages = [
  'what-attachment-is',
  'four-patterns',
  'how-common',
  'in-a-classroom',
  'not-disorders',
  'what-helps',
  'im-fine',
  'quiz',
  'one-thing',
];

const account: Stop[] = [
  ['account', '/account'],
  ['account-record', '/account/record'],
  ['account-words', '/account/words'],
  ['account-reminders', '/account/reminders'],
];

const people: Record<string, Stop[]> = {
  ta: [
    ['home', '/learn'],
    ['overview', `/learn/${module}`],
    ...pages.map((page): Stop => [`page-${page}`, `/learn/${module}/${page}`]),
    ['something-wrong', `/something-wrong/${module}/im-fine`],
    ['guide', '/guide/looking-after-yourself'],
    ...account,
    ['refused', '/lead'],
  ],
  lead: [
    ['grid', '/lead'],
    ['people', '/lead/people'],
    ['staff-list', '/lead/staff-list'],
    ['staff-list-done', linkOn('/lead/staff-list', /^\/lead\/staff-list\/[^/]+$/)],
    ['new-person', '/lead/people/new'],
    ['person', firstPerson],
    ['way-in', async (page) => `${await firstPerson(page)}/way-in`],
    ['cohorts', '/lead/cohorts'],
    ['cohort', linkOn('/lead/cohorts', /^\/lead\/cohorts\/[^/]+$/)],
    ['sessions', '/lead/sessions'],
    ['session', linkOn('/lead/sessions', /^\/lead\/sessions\/(?!new|past)[^/]+$/)],
    ['new-session', '/lead/sessions/new'],
    ['past-training', '/lead/sessions/past'],
    ['assign', '/lead/assign'],
    ['modules', '/lead/modules'],
    ['preview', `/lead/modules/${module}/preview`],
    ['hard', `/lead/modules/${module}/hard`],
    ['staff-meeting', `/lead/modules/${module}/staff-meeting`],
    ['reports', '/lead/reports'],
    ['report', linkOn('/lead/reports', /^\/lead\/reports\/[^/]+$/)],
    ['before-you-start', '/lead/before-you-start'],
    ['slides', '/lead/before-you-start/slides'],
    ['who-to-tell', '/lead/who-to-tell'],
    ['mail-reminders', '/lead/reminders'],
    ['mail-ways-in', '/lead/ways-in'],
    ['mail-outbox', '/lead/outbox'],
    ['mail-print', '/lead/outbox/print'],
    ['mail-message', linkOn('/lead/outbox', /^\/lead\/outbox\/(?!print)[^/]+$/)],
    ['roles', '/roles'],
    ['read-it-all', `/read/${module}`],
    ['certificate', linkOn('/learn', /\/certificate\//)],
    ...account,
  ],
  head: [
    ['evidence', '/evidence'],
    ['evidence-as-at', '/evidence?asAt=2026-10-01'],
    ['evidence-record', '/evidence/record'],
    ['home', '/learn'],
    ...account,
  ],
  office: [
    ['people', '/lead/people'],
    ['person', firstPerson],
    ['staff-list', '/lead/staff-list'],
    ['home', '/learn'],
  ],
};

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.locator('main button[type=submit]').click();
  await page.waitForURL((at) => at.pathname !== '/sign-in');
}

async function lookAt(page: Page, who: string, stops: Stop[], into: string): Promise<void> {
  for (const [name, where] of stops) {
    if (only && !`${who}-${name}`.includes(only)) continue;
    const at = typeof where === 'string' ? where : await where(page);
    if (!at) {
      console.log(`${who}: found no link to ${name}`);
      continue;
    }
    await page.goto(url + at, { waitUntil: 'load' });
    await page.screenshot({ path: path.join(into, `${who}-${name}.png`), fullPage: true });
  }
}

async function tour(browser: Browser, width: number, colorScheme: 'light' | 'dark'): Promise<void> {
  const into = path.join(folder, `${width}-${colorScheme}`);
  mkdirSync(into, { recursive: true });
  for (const [who, stops] of [['anyone', anyone] as const, ...Object.entries(people)]) {
    const context = await browser.newContext({
      viewport: { width, height: width < 500 ? 844 : 900 },
      colorScheme,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
    });
    const page = await context.newPage();
    if (who !== 'anyone') await signIn(page, `${who}@demo.example`);
    await lookAt(page, who, stops, into);
    await context.close();
  }
  console.log(`${into}: done`);
}

const browser = await chromium.launch({ executablePath: findChromium() });
for (const width of widths) for (const theme of themes) await tour(browser, width, theme);
await browser.close();
