import { execFile } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { extractText, getDocumentProxy } from 'unpdf';
import { createCohort } from '~/cohorts/cohorts.server';
import { civilDateInWords } from '~/course/said';
import { expectAccessible } from './support/accessible';
import { expectAt } from './support/at';
import { modulesOnDisk } from './support/content';
import { aDayInJuly } from './support/days';
import { Learner } from './support/learner';
import { someone, unique } from './support/people';
import { root } from './support/server';
import { expect, test } from './support/test';

const [module] = await modulesOnDisk();
if (!module) throw new Error('There is no module on disk');

const run = promisify(execFile);

const dueOn = aDayInJuly();

/** Runs the command as README names it; gives back its exit code and what it printed. */
async function verifyRecord(file: string, key?: string): Promise<{ code: number; said: string }> {
  try {
    const { stdout } = await run(
      'npm',
      ['run', '--silent', 'verify-record', '--', file, ...(key ? ['--key', key] : [])],
      {
        cwd: root,
      },
    );
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, said: stdout + stderr };
  }
}

async function download(page: Page, link: RegExp): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).click();
  return await (await coming).path();
}

test('the main job: assigned, learned, seen by the lead, counted by the head, exported and verified', async ({
  visit,
  world,
}) => {
  const team = `Team ${unique()}`;
  const ta = someone(world, { name: `Amina O’Connor ${unique()}`, teams: [team] });
  const colleague = someone(world, { teams: [team] });
  const cohortName = `Cohort ${unique()}`;
  const cohort = createCohort(world.attune, world.lead, cohortName);
  const lead = await visit(someone(world, { role: 'lead' }));
  const leading = someone(world, { role: 'head', name: `Hanna ${unique()}` });
  const head = await visit(leading);

  // The lead puts both in a cohort and gives it the module.
  await lead.goto(`/lead/cohorts/${cohort}`);
  await expectAt(lead, { path: `/lead/cohorts/${cohort}`, h1: cohortName, title: cohortName });
  for (const { name } of [ta, colleague]) await lead.getByLabel(name).check();
  await lead.getByRole('button', { name: 'Add those ticked' }).click();
  await expect(lead.getByRole('row', { name: ta.name })).toBeVisible();
  await lead.getByRole('link', { name: 'Give this cohort a module' }).click();
  await expectAt(lead, { path: `/lead/assign?cohort=${cohort}`, h1: 'Give a cohort a module' });
  await expect(lead.getByLabel(cohortName)).toBeChecked();
  await lead.getByLabel(module.title).check();
  await lead.getByLabel('Due on').fill(dueOn);
  await lead.getByLabel('Paid minutes').fill('45');
  await lead.getByLabel('When that paid time is').fill('Tuesday twilight, 3.30 to 4.15');
  await lead.getByRole('button', { name: 'Give the module' }).click();
  await expectAt(lead, {
    path: /\?done=assigned&given=[-\w]+$/,
    h1: cohortName,
    title: cohortName,
  });
  await expectAccessible(lead);
  await lead.goto(`/lead?cohort=${cohort}`);
  await expect(lead.getByRole('row', { name: ta.name })).toContainText('Not started');

  // The teaching assistant finds it on her first screen, with its date and paid time, and completes it.
  const learner = new Learner(await visit(ta), module);
  await learner.page.goto('/learn');
  await expect(learner.page.locator('main')).toContainText(civilDateInWords(dueOn));
  await expect(learner.page.locator('main')).toContainText('Tuesday twilight, 3.30 to 4.15');
  await learner.follow(/^Have a look/);
  await learner.start();
  await lead.goto(`/lead?cohort=${cohort}`);
  await expect(lead.getByRole('row', { name: ta.name })).toContainText('In progress');
  await learner.goOn();
  await learner.atOverview();

  await lead.goto(`/lead?cohort=${cohort}`);
  await expect(lead.getByRole('row', { name: ta.name })).toContainText('Done');
  await expect(lead.getByRole('row', { name: colleague.name })).toContainText('Not started');
  await expectAccessible(lead);

  // The head sees one of two, and takes the record away.
  await head.goto(`/evidence?module=${module.slug}`);
  await expectAt(head, { path: '/evidence', h1: 'Who is trained', title: /· Attune$/ });
  await expect(head.getByRole('row', { name: team })).toContainText('1 of 2');
  await expectAccessible(head);

  // Of one team alone, and the figure opens to the rows behind it.
  await head.getByText('Only some teams').click();
  await head.getByLabel(team, { exact: true }).check();
  await head.getByRole('button', { name: 'Show' }).click();
  await expect(head.locator('main')).toContainText(`Only adults working with ${team}`);
  await expect(head.locator('main')).toContainText('1 of 2 staff trained');
  await head.getByRole('row', { name: team }).getByRole('link', { name: '1 of 2' }).click();
  await expect(head.getByRole('row', { name: ta.name })).toBeVisible();
  await expect(head.getByRole('row', { name: colleague.name })).toHaveCount(0);
  await expect(head.locator('main')).toContainText('1 line');

  // The lines alone go into the spreadsheet; everyone of the two is named, and who looked is told of both.
  const part = readFileSync(await download(head, /spreadsheet/));
  const inPart: Record<string, string>[] = parse(part, { columns: true, bom: true });
  expect(inPart.map(({ name }) => name)).toEqual([ta.name]);
  await head.getByRole('link', { name: 'Everyone of whom these are counted' }).click();
  await expectAt(head, { path: '/evidence/people', h1: 'Who is counted', title: /· Attune$/ });
  await expect(head.locator('main')).toContainText('1 of 2 people has completed');
  await expect(head.getByRole('row', { name: colleague.name })).toContainText('Not started');
  await expectAccessible(head);
  // Who has not completed it are just those who have not.
  await head.goto(`/evidence?module=${module.slug}&team=${encodeURIComponent(team)}`);
  await head.getByRole('link', { name: '1 of 2 staff', exact: true }).click();
  await expect(head.locator('main')).toContainText('those who have not completed it');
  await expect(head.getByRole('row', { name: colleague.name })).toContainText('Not started');
  await expect(head.getByRole('row', { name: ta.name })).toHaveCount(0);
  await head.goto('/evidence/access');
  const taken = head.getByRole('row').filter({ hasText: ta.name });
  await expect(taken.filter({ hasText: 'downloaded a part of the training record' })).toContainText(
    team,
  );
  // A look at both is one line, and opens to who they are.
  const mineAlone = head.getByRole('row').filter({ hasText: leading.name });
  const ofBoth = mineAlone.filter({ hasText: 'opened the list of who is counted' });
  await ofBoth.getByRole('link', { name: '2 people’s' }).click();
  await expect(head.getByRole('main')).toContainText('One look, on');
  for (const { name } of [ta, colleague]) {
    await expect(head.getByRole('row', { name })).toBeVisible();
  }
  await expectAccessible(head);
  await head.goto('/evidence');
  const csv = readFileSync(await download(head, /spreadsheet/));
  expect(csv.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true });
  const mine = rows.filter((row) => row.name === ta.name);
  expect(mine).toHaveLength(1);
  expect(mine[0]).toMatchObject({
    module_id: module.slug,
    module_title: module.title,
    content_hash: module.contentHash,
    status: 'current',
    standard_met: 'Y',
    due_on: dueOn,
  });
  expect(mine[0]?.completed_on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(rows.find((row) => row.name === colleague.name)?.status).toBe('due');

  const [, ...inBook] = await readSheet(
    readFileSync(await download(head, /workbook/)),
    'training-record',
  );
  expect(inBook).toHaveLength(rows.length);

  const zip = await download(head, /proof/);
  const good = await verifyRecord(zip);
  expect(good.said).not.toContain('does not fit');
  expect(good.code).toBe(0);
  appendFileSync(zip, 'one thing more');
  expect((await verifyRecord(zip)).code).toBe(1);

  // A day that has not come is said in words beside its field.
  const bad = await head.goto('/evidence?asAt=2999-01-01');
  expect(bad?.status()).toBe(400);
  await expect(head.getByRole('alert')).toBeVisible();
  await expectAccessible(head);
});

test('the certificate’s code proves it to anyone, and an unknown code nothing', async ({
  visit,
  world,
}) => {
  const ta = someone(world);
  const learner = new Learner(await visit(ta), module);
  await learner.open();
  await learner.press('I know this already');
  await learner.atPage(
    module.pages.find((p) => p.segments.some((s) => s.type === 'quiz'))?.id ?? '',
  );
  await learner.goOn();
  await learner.atOverview();
  await learner.follow('Your certificate');
  await expect(learner.page.locator('.certificate-name')).toHaveText(ta.name);
  await expect(learner.page.getByRole('img', { name: /QR code/ })).toBeVisible();
  const proof = await download(learner.page, /Download its proof/);
  const sheet = (await learner.page.locator('.certificate').textContent()) ?? '';
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(sheet)?.[0] ?? '';
  expect(code).not.toBe('');
  expect(sheet).not.toMatch(/\d+ of \d+|%|score/i);
  const paper = await download(learner.page, /as a PDF/);
  expect((await verifyRecord(paper)).said).toContain(`${ta.name} completed “${module.title}”`);
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(paper)));
  const { text } = await extractText(pdf, { mergePages: true });
  for (const said of [ta.name, code, module.title]) expect(text).toContain(said);
  const kept = Object.values(await pdf.getAttachments()) as { content: Uint8Array }[];
  expect(new TextDecoder().decode(kept[0]?.content)).toBe(readFileSync(proof, 'utf8'));

  // The passport has everything, with the same proof inside.
  await learner.page.goto('/account/record');
  const passport = await getDocumentProxy(
    new Uint8Array(readFileSync(await download(learner.page, /Download your passport/))),
  );
  const told = (await extractText(passport, { mergePages: true })).text;
  for (const said of [ta.name, module.title, code, 'Sessions and courses attended']) {
    expect(told).toContain(said);
  }
  expect(told.replaceAll(/page \d+ of \d+/g, '')).not.toMatch(/\d+ of \d+|%|score/i);
  const inside = Object.values(await passport.getAttachments()) as { content: Uint8Array }[];
  expect(new TextDecoder().decode(inside[0]?.content)).toBe(readFileSync(proof, 'utf8'));

  const anyone = await visit(null);
  await anyone.goto(`/verify/${code}`);
  await expect(anyone.locator('main')).toContainText(module.title);
  await anyone.getByText('Check the certificate’s proof file yourself').click();
  await expectAccessible(anyone);

  // With the key that stands there, the holder's file checks without the school; changed, it does not.
  const key = (await anyone.locator('details code').last().textContent()) ?? '';
  const good = await verifyRecord(proof, key);
  expect(good.said).toContain(ta.name);
  expect(good.code).toBe(0);
  writeFileSync(
    proof,
    readFileSync(proof, 'utf8').replace(/\n([A-Za-z0-9+/]{43}=)\n/, '\nAAAA$1\n'),
  );
  expect((await verifyRecord(proof, key)).code).toBe(1);

  // Somebody else had done it: it is withdrawn, and the code says so from then on.
  const lead = await visit(someone(world, { role: 'lead' }), { javaScriptEnabled: false });
  await lead.goto(`/lead/people/${ta.personId}`);
  await lead.getByRole('link', { name: 'What they completed' }).click();
  await lead.getByRole('button', { name: 'Withdraw it' }).click();
  await expect(lead.getByRole('alert')).toContainText('Choose why it is wrong.');
  await lead.getByLabel(new RegExp(`^${module.title}, completed on`)).check();
  await lead.getByLabel('It was put down for the wrong person').check();
  await lead.getByLabel('None of it').check();
  await lead.getByLabel('Withdraw it').check();
  await lead.getByRole('button', { name: 'Withdraw it' }).click();
  await expect(lead.getByRole('main')).toContainText('Nothing that stands.');
  await learner.page.goto('/learn');
  await expect(learner.page.getByRole('main')).toContainText(
    `Your completion of ${module.title} was withdrawn`,
  );

  // It was the wrong one: put back, it stands as it was, and says so. What they had begun since is over, in words.
  await learner.page.goto(`/learn/${module.slug}`);
  await learner.page.getByRole('button', { name: 'Start', exact: true }).click();
  await learner.page.getByRole('link', { name: /^Continue: / }).click();
  await expect(learner.page.getByRole('button', { name: 'Continue' })).toBeVisible();
  await lead.getByLabel(new RegExp(`^${module.title}, completed on`)).check();
  await lead.getByLabel('The wrong one was withdrawn').check();
  await lead.getByRole('button', { name: 'Put it back' }).click();
  await expect(lead.getByRole('main')).toContainText('It stands as it was');
  await anyone.goto(`/verify/${code}`);
  await expect(anyone.locator('main')).toContainText(/valid.*withdrawn on.*put back on/s);
  await expect(anyone.locator('main')).not.toContainText('because');
  await expect(lead.getByRole('main')).toContainText(
    /Withdrawn on .*wrong person\. Put back on .* by .*, because the wrong one had been withdrawn/,
  );
  await learner.page.getByRole('button', { name: 'Continue' }).click();
  await expect(learner.page.getByRole('main')).toContainText(
    'Your completion was put back while that page was open',
  );
  await learner.page.goto('/learn');
  const countsAgain = learner.page.getByText(`Your completion of ${module.title} counts again`);
  await expect(learner.page.getByRole('main')).toContainText(
    /was put back by .*, because the wrong one had been withdrawn/,
  );
  await expectAccessible(learner.page);
  await learner.page.getByRole('button', { name: 'I have read this' }).click();
  await expect(countsAgain).toHaveCount(0);

  await lead.getByLabel(new RegExp(`^${module.title}, completed on`)).check();
  await lead.getByLabel('It was put down for the wrong person').check();
  await lead.getByLabel('The pages they read, and what they wrote').check();
  await lead.getByLabel('Withdraw it').check();
  await lead.getByRole('button', { name: 'Withdraw it' }).click();
  await anyone.goto(`/verify/${code}`);
  await expect(anyone.locator('main')).toContainText(/withdrawn/i);
  await learner.page.goto('/account/record');
  await expect(learner.page.getByRole('main')).toContainText('it had been put down for the wrong');
  await learner.page.getByRole('link', { name: /^Certificate/ }).click();
  await expect(learner.page.getByText('This certificate was withdrawn.')).toBeVisible();
  await expect(learner.page.getByRole('link', { name: /Download its proof/ })).toHaveCount(0);
  const gone = await learner.page.request.get(`${learner.page.url()}/proof.txt`);
  expect(gone.status()).toBe(404);

  await anyone.goto('/verify');
  await anyone.getByRole('button', { name: 'Check it' }).click();
  await expect(anyone.getByText('Type the code that the certificate shows.').last()).toBeVisible();
  await anyone.getByLabel('Code').fill(`https://school.example/verify/${code.toLowerCase()}/`);
  await anyone.getByRole('button', { name: 'Check it' }).click();
  await expect(anyone.getByText('This certificate was withdrawn.')).toBeVisible();

  await anyone.goto('/verify/AAAA-AAAA-AAAA');
  await expect(anyone.locator('main')).not.toContainText(module.title);
  await expect(anyone.locator('h1')).toBeVisible();
});
