import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { extractText, getDocumentProxy } from 'unpdf';
import { linksOf } from '~/governors/links.server';
import { expectAccessible } from './support/accessible';
import { expectAt } from './support/at';
import { fromMenu } from './support/menu';
import { someone, unique } from './support/people';
import { expect, test } from './support/test';

const nothing = 'This link opens nothing';

test('a link for governors: made, opened by anybody, on paper too, counted, and withdrawn, without JavaScript', async ({
  visit,
  world,
}) => {
  const label = `Autumn meeting ${unique()}`;
  const head = someone(world, { role: 'head' });
  const page = await visit(head, { javaScriptEnabled: false });
  await page.goto('/evidence/governors');
  await expectAt(page, { path: '/evidence/governors', h1: 'For governors', title: 'Governors' });
  await page.getByLabel('The last day on which it opens').fill('2020-01-01');
  await page.getByRole('button', { name: 'Make the link' }).click();
  await expect(page.getByRole('alert')).toContainText('Say what the link is for');
  await expect(page.getByRole('alert')).toContainText('That day has gone by');
  await page.goto('/evidence/governors');
  await page.getByLabel('What is it for?').fill(label);
  await page.getByRole('button', { name: 'Make the link' }).click();
  const address = await page.getByRole('link', { name: /\/governors\// }).textContent();
  const path = new URL(address ?? '').pathname;
  // The same again makes no second one: its address cannot be shown anew, and the page says what to do.
  await page.goto('/evidence/governors');
  await page.getByLabel('What is it for?').fill(label);
  await page.getByRole('button', { name: 'Make the link' }).click();
  await expect(page.getByRole('alert')).toContainText('opens already');

  const governor = await visit(null);
  const asked: string[] = [];
  governor.on('request', (request) => asked.push(request.headers().referer ?? ''));
  const answer = await governor.goto(path);
  expect(answer?.headers()).toMatchObject({
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    'cache-control': 'private, no-store',
  });
  await expectAt(governor, { path, h1: 'Training record & impact summary' });
  await expectAccessible(governor);
  const main = governor.getByRole('main');
  expect(await governor.content()).not.toContain('/evidence/');
  await expect(main).toContainText('Completion is not impact.');
  await expect(main).toContainText('Key fingerprint');
  const text = (await main.textContent()) ?? '';
  for (const { name } of [head, { name: 'First Lead' }]) expect(text).not.toContain(name);
  expect(text).not.toContain(label);
  // Nothing leads further into the house: the PDF, the page that checks a file, and the parts of this page.
  const ways = await main
    .locator('a:not([href^="#"])')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(ways.map((way) => way.replace(/governors\/[^/]+/, 'governors/TOKEN'))).toEqual([
    '/governors/TOKEN/summary.pdf',
    '/verify/check',
  ]);
  const coming = governor.waitForEvent('download');
  await main.getByRole('link', { name: 'Download it as a PDF' }).click();
  const file = readFileSync(await (await coming).path());
  const read = await extractText(await getDocumentProxy(new Uint8Array(file)), {
    mergePages: true,
  });
  expect(read.text).toContain('Completion is not impact.');
  expect(asked.join('')).not.toContain('/governors/');
  for (const closed of ['/evidence', '/evidence/record', '/evidence/summary']) {
    await governor.goto(closed);
    await expect(governor).toHaveURL(/\/sign-in/);
  }

  const { opened } = linksOf(world.attune, head.schoolId).find((one) => one.label === label) ?? {};
  // The page, and its PDF.
  expect(opened).toBe(2);
  await page.goto('/evidence/governors');
  await expect(page.getByText('Opened twice, last on')).toBeVisible();
  await page.getByText(`Withdraw it: ${label}`).click();
  await page.getByRole('button', { name: `Yes, withdraw ${label}` }).click();
  await expect(page.getByText('That link opens nothing any more.')).toBeVisible();

  for (const tried of [path, `${path}x`, '/governors/x']) {
    expect((await governor.goto(tried))?.status()).toBe(404);
    await expect(governor.locator('h1')).toHaveText(nothing);
    expect((await governor.request.get(`${tried}/summary.pdf`)).status()).toBe(404);
  }
  const words = await governor.getByRole('main').textContent();
  await governor.goto(path);
  expect(await governor.getByRole('main').textContent()).toBe(words);
});

test('who looked: the lead’s overview stands on the person’s own page and on the head’s list, by person and month, and as a spreadsheet', async ({
  visit,
  world,
}) => {
  const [lead, head, ta] = [
    someone(world, { role: 'lead', name: `Lee ${unique()}` }),
    someone(world, { role: 'head' }),
    someone(world),
  ];
  await (await visit(lead)).goto(`/lead/people/${ta.personId}/asked`);
  const own = await visit(ta);
  await own.goto('/account/record');
  const looked = `${lead.name} opened the page of what one person is asked for`;
  await expect(own.getByText(looked)).toBeVisible();

  const page = await visit(head);
  await page.goto('/evidence');
  await fromMenu(page, 'Who looked');
  await expectAt(page, {
    path: '/evidence/access',
    h1: 'Who looked at the record',
    title: 'Who looked',
  });
  await page.getByLabel('Whose record').selectOption({ label: ta.name });
  await page.getByRole('button', { name: 'Show' }).click();
  const row = page.getByRole('row').filter({ hasText: lead.name }).filter({ hasText: ta.name });
  await expect(row).toContainText('opened the page of what one person is asked for');
  await expect(
    page.getByRole('row').filter({ hasText: 'who looked at the record' }),
  ).not.toHaveCount(0);
  await expectAccessible(page);
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'This list as a spreadsheet' }).click();
  const rows = parse(readFileSync(await (await coming).path()), { bom: true, columns: true });
  expect(rows).toContainEqual(expect.objectContaining({ who: lead.name, whose_record: ta.name }));
  const aged = await page.goto('/evidence/access?month=2019-01&person=nobody');
  expect(aged?.status()).toBe(200);
  await expect(page.getByText('“nobody”, “2019-01”')).toBeVisible();
});

test('what is asked for and not there is said; the designated teacher’s page names nobody', async ({
  visit,
  world,
}) => {
  const head = someone(world, { role: 'head', teams: [`Owls ${unique()}`] });
  const page = await visit(head, { javaScriptEnabled: false });
  await page.goto('/evidence?module=nope');
  await expect(page.getByText('The address asks for “nope”')).toBeVisible();
  await page.goto('/evidence/record?module=nope&contract=zero');
  await expect(page.getByText('The address asks for “nope”, “zero”')).toBeVisible();
  await page.goto('/evidence/designated-teacher');
  await expectAt(page, {
    path: '/evidence/designated-teacher',
    h1: 'For the designated teacher’s report',
    title: 'Designated teacher',
  });
  const text = (await page.getByRole('main').textContent()) ?? '';
  expect(text).toContain('There is nothing about any pupil here');
  for (const name of [head.name, 'First Lead', 'First Head']) expect(text).not.toContain(name);
  const pdf = await page.request.get('/evidence/designated-teacher.pdf');
  const paper = await extractText(await getDocumentProxy(new Uint8Array(await pdf.body())), {
    mergePages: true,
  });
  expect(paper.text).toContain('There is nothing about any pupil here');
  expect(paper.text).not.toContain(head.name);
});
