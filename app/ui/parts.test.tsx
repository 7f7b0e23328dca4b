import { expect, test } from 'vitest';
import { AppPage } from './app-page';
import { clock } from './draft-keeper';
import { ConfidenceRadios, Explanation } from './learning';
import { markup, tagHaving } from './markup-for-test';
import { Meter } from './meter';
import { Notice } from './notice';
import { PostForm } from './post-form';
import { ProblemPage } from './problem-page';
import { PublicPage } from './public-page';
import { isConnectionLost, referenceIn, withReference } from './reference';
import { Status } from './status';
import { Table } from './table';
import { title } from './title';

const ta = {
  name: 'Sam',
  roles: ['staff' as const],
  schoolName: 'Millbrook',
  sharedDevice: false,
  formTag: 'tag',
  roleNames: {},
};

test('a page has one h1 that can take the focus, a skip link that leads to main, and its landmarks', () => {
  const html = markup(
    <PublicPage title="Sign in">
      <p>Words</p>
    </PublicPage>,
  );
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(tagHaving(html, '<h1')).toContain('tabindex="-1"');
  expect(html).toContain('href="#main"');
  expect(tagHaving(html, '<main')).toContain('id="main"');
  for (const landmark of ['<header', '<footer']) expect(html).toContain(landmark);
});

test('people see links only to what they may do', () => {
  const staff = markup(
    <AppPage who={ta} section="learn" title="Learn">
      {null}
    </AppPage>,
  );
  expect(staff).not.toMatch(/href="\/(lead|evidence)/);
  const lead = markup(
    <AppPage who={{ ...ta, roles: ['lead'] }} section="lead" here="/lead/people" title="People">
      {null}
    </AppPage>,
  );
  expect(lead).toContain('href="/lead/cohorts"');
  expect(tagHaving(lead, 'href="/lead/people"')).toContain('aria-current="page"');
  const head = markup(
    <AppPage who={{ ...ta, roles: ['head'] }} section="evidence" title="Coverage">
      {null}
    </AppPage>,
  );
  expect(head).toContain('href="/evidence/record"');
  expect(head).not.toContain('href="/lead/people');
});

test('signing out is a post, and says whose page it was', () => {
  const html = markup(
    <AppPage who={ta} section="learn" title="Learn">
      {null}
    </AppPage>,
  );
  expect(tagHaving(html, 'action="/sign-out"')).toContain('method="post"');
  expect(html).toContain('<input type="hidden" name="formTag" value="tag"/>');
});

test('only a shared computer asks whether anyone is still there', () => {
  const page = (sharedDevice: boolean) =>
    markup(
      <AppPage who={{ ...ta, sharedDevice }} section="learn" title="Learn">
        {null}
      </AppPage>,
    );
  expect(page(true)).toContain('still-there');
  expect(page(false)).not.toContain('still-there');
});

test('a form that changes something is a plain post that says whose it is', () => {
  const html = markup(
    <PostForm who={ta} action="/learn/x">
      <button type="submit">Go</button>
    </PostForm>,
  );
  expect(tagHaving(html, '<form')).toContain('method="post"');
  expect(tagHaving(html, '<form')).toContain('action="/learn/x"');
  expect(tagHaving(html, 'formTag')).toContain('value="tag"');
});

test('a table has a caption, heads for its columns and rows, and a region that the keyboard reaches', () => {
  const html = markup(
    <Table
      caption="People"
      columns={[
        { key: 'name', head: 'Name', rowHead: true, cell: (row: { name: string }) => row.name },
        { key: 'team', head: 'Team', cell: () => 'Year 4' },
      ]}
      rows={[{ name: 'Aisha' }]}
      rowKey={(row) => row.name}
    />,
  );
  const region = tagHaving(html, 'role="region"');
  expect(region).toContain('tabindex="0"');
  const id = /aria-labelledby="([^"]+)"/.exec(region)?.[1];
  expect(tagHaving(html, '<caption')).toContain(`id="${id}"`);
  expect(html).toContain('<th scope="col">Name</th>');
  expect(html).toContain('scope="row"');
  expect(tagHaving(html, 'data-label="Team"')).toContain('<td');
});

test('a table with nothing in it says so in words', () => {
  const html = markup(
    <Table caption="People" columns={[]} rows={[]} rowKey={() => ''} empty="Nobody yet." />,
  );
  expect(html).toContain('Nobody yet.');
  expect(html).not.toContain('<table');
});

test('a status is a shape and words; the shape is not read out', () => {
  const html = markup(<Status kind="late">Due 13 November</Status>);
  expect(html).toContain('Due 13 November');
  expect(tagHaving(html, '<svg')).toContain('aria-hidden="true"');
});

test('a meter says its share in words, and its bar never overflows', () => {
  const html = markup(<Meter label="Midday" value={12} max={11} text="12 of 11 staff" />);
  expect(html).toContain('12 of 11 staff');
  expect(tagHaving(html, 'bar-done')).toContain('width="100"');
  expect(
    tagHaving(markup(<Meter label="" value={0} max={0} text="nobody" />), 'bar-done'),
  ).toContain('width="0"');
});

test('a live notice is announced; a problem at once', () => {
  expect(markup(<Notice live title="Saved" />)).toContain('role="status"');
  expect(markup(<Notice live kind="problem" title="Not saved" />)).toContain('role="alert"');
  expect(markup(<Notice kind="problem" title="Not saved" />)).not.toContain('role=');
});

test('an explanation is told by words, and says which one was chosen', () => {
  const right = markup(<Explanation right>Yes.</Explanation>);
  const other = markup(
    <Explanation right={false} chosen id="q1">
      Not quite.
    </Explanation>,
  );
  expect(right).toContain('Right');
  expect(other).toContain('Not this one');
  expect(other).toContain('You chose this');
  expect(tagHaving(other, 'id="q1"')).toContain('tabindex="-1"');
});

test('confidence has the three values that answers are stored with', () => {
  const values = [...markup(<ConfidenceRadios />).matchAll(/value="(\w+)"/g)].map((m) => m[1]);
  expect(values).toEqual(['sure', 'fairly', 'guess']);
});

test('times are told as clocks in England show them', () => {
  expect(clock('2026-07-01T09:42:00Z')).toBe('10.42');
  expect(clock('2026-12-01T09:05:00Z')).toBe('9.05');
});

test('a title names the page first', () => {
  expect(title('People')).toEqual([{ title: 'People · Attune' }]);
});

test('a failure shows its reference, and nothing of its message or stack', () => {
  const html = markup(<ProblemPage error={new Error('Unexpected Server Error (K7QF-3M9X)')} />);
  expect(html).toContain('K7QF-3M9X');
  const raw = markup(<ProblemPage error={new Error('SQLITE_CORRUPT at /srv/attune.db')} />);
  expect(raw).not.toMatch(/SQLITE|srv|stack/);
});

test('a reference goes into the first sanitised error of a data answer and comes out again', () => {
  const body = '["SanitizedError","Error","Unexpected Server Error",null]';
  const marked = withReference(body, 'K7QF-3M9X');
  const message = (JSON.parse(marked) as string[])[2];
  expect(referenceIn(new Error(message))).toBe('K7QF-3M9X');
  expect(referenceIn(new Error('Unexpected Server Error'))).toBeUndefined();
});

test('a lost connection is told from a fault of ours', () => {
  for (const words of [
    'Failed to fetch',
    'NetworkError when attempting to fetch resource.',
    'Load failed',
  ])
    expect(isConnectionLost(new TypeError(words))).toBe(true);
  expect(isConnectionLost(new TypeError('x is not a function'))).toBe(false);
  expect(isConnectionLost(new Error('Failed to fetch'))).toBe(false);
});
