import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { expectAt } from './support/at';
import { Complaints } from './support/complaints';
import { warmUp } from './support/content';
import { openWhenReady } from './support/ready';
import { freeOrigin, type Server, startServer } from './support/server';
import { password, whoToTell } from './support/world';

const { expect } = base;

/** A server with nothing in its data folder yet. */
const test = base.extend<{ empty: Server }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture asks for from its pattern.
  empty: async ({}, use) => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'attune-empty-'));
    warmUp(dataDir);
    const server = await startServer(await freeOrigin(), dataDir);
    await use(server);
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  },
});

test('an empty Attune prints a code, and with it one person sets the school up, once', async ({
  browser,
  empty,
}) => {
  const complaints = new Complaints(empty.origin);
  const context = await browser.newContext({ baseURL: empty.origin });
  await complaints.watch(context, true);
  openWhenReady(context);
  const page = await context.newPage();
  await expect.poll(() => empty.said()).toContain('one-time code');
  const code = /\n\s+([A-Z0-9]{4}-[A-Z0-9]{4})\n/.exec(empty.said())?.[1] ?? '';
  expect(code).not.toBe('');

  await page.goto('/');
  await page.getByRole('link', { name: 'Set up Attune' }).click();
  await expectAt(page, {
    path: '/setup',
    h1: 'Set up Attune for your school',
    title: 'Set up Attune',
  });
  await expectAccessible(page);
  const fill = (name: string, value: string) => page.locator(`[name="${name}"]`).fill(value);
  await fill('code', 'AAAA-AAAA');
  await fill('schoolName', 'St Cuthbert’s & “All Saints” Primary');
  await fill('urn', '123456');
  for (const [key, { name, phone }] of Object.entries(whoToTell)) {
    await fill(`${key}Name`, name);
    await fill(`${key}Phone`, phone);
  }
  await page.getByLabel('I am the attachment lead').check();
  await fill('leadName', 'Siân O’Brien');
  await fill('leadEmail', 'sian@cuthbert.example');
  await fill('headName', 'Marian Osei');
  await fill('headEmail', 'marian@cuthbert.example');
  await fill('password', password);
  await page.getByRole('button', { name: 'Set up Attune' }).click();

  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('alert')).toContainText('not the set-up code');
  await expect(page.locator('[name="schoolName"]')).toHaveValue(
    'St Cuthbert’s & “All Saints” Primary',
  );
  await expect(page.locator('[name="leadName"]')).toHaveValue('Siân O’Brien');
  await expect(page.getByLabel('I am the attachment lead')).toBeChecked();
  await expectAccessible(page);

  await fill('code', code);
  await fill('password', password);
  await page.getByRole('button', { name: 'Set up Attune' }).click();
  await expect(page.locator('h1')).toHaveText('Attune is ready');
  await expectAccessible(page);
  const slip = (await page.locator('.slip-code').textContent()) ?? '';
  await page.getByRole('link', { name: 'Go to your first screen' }).click();
  await expectAt(page, { path: '/lead', h1: /./, title: /· Attune$/ });

  const other = await browser.newContext({ baseURL: empty.origin });
  await complaints.watch(other, true);
  openWhenReady(other);
  const head = await other.newPage();
  await head.goto('/setup');
  await expect(head.locator('h1')).toHaveText('Attune is set up already');
  await head.goto('/join');
  await head.getByLabel('Code').fill(slip);
  await head.getByLabel('Choose a password').fill(password);
  await head.getByRole('button', { name: 'Set my password' }).click();
  await expectAt(head, { path: '/evidence', h1: /./, title: /· Attune$/ });
  await other.close();
  await context.close();
  expect(complaints.left()).toEqual([]);
});
