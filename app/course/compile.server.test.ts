import { expect, test } from 'vitest';
import { compilePage } from './compile.server';
import { parseMdx } from './parse';
import { readBody } from './read-page';
import type { Given } from './render';
import { noCode } from './rules/no-code';

const given: Given = {
  sources: new Map([
    [
      'bell-2020',
      {
        id: 'bell-2020',
        number: 1,
        citation: 'Bell <b>(2020)</b>',
        grade: 'B',
        checked: '2026-01-10',
        reviewBy: '2099-01-10',
      },
    ],
  ]),
  facts: new Map([
    [
      'counted',
      {
        id: 'counted',
        value: '4 < 5 & "6"',
        asOf: '2025-09-01',
        source: 'bell-2020',
        reviewBy: '2099-09-01',
      },
    ],
    [
      'line',
      {
        id: 'line',
        value: '111, then option <2>',
        dial: 'tel:111',
        asOf: '2025-09-01',
        source: 'bell-2020',
        reviewBy: '2099-09-01',
      },
    ],
  ]),
};

async function htmlOf(text: string, rest: Partial<Given> = {}): Promise<string> {
  const { nodes } = parseMdx('a.mdx', text);
  if (!nodes) throw new Error('The text could not be parsed');
  const { reader, pieces, citations } = readBody('a.mdx', nodes);
  const safe = noCode('a.mdx', nodes).length === 0;
  const page = {
    file: 'a.mdx',
    id: 'a',
    title: 'A',
    required: true,
    pieces,
    runs: reader.runs,
    citations,
    nodes,
    safe,
  };
  return Object.values(await compilePage(page, { ...given, ...rest })).join('\n');
}

test('text is text, whatever it looks like', async () => {
  const html = await htmlOf(
    'She wrote &lt;script&gt;alert(1)&lt;/script&gt; & `<img src=x onerror=alert(1)>` and \\<b>, \\{1+1}, “it’s”, select * from person; 🙂',
  );
  expect(html).toBe(
    '<p>She wrote &lt;script&gt;alert(1)&lt;/script&gt; &amp; <code>&lt;img src=x onerror=alert(1)&gt;</code> and &lt;b&gt;, {1+1}, “it’s”, select * from person; 🙂</p>',
  );
});

test('values of facts and sources are text', async () => {
  const html = await htmlOf('There are <Fact id="counted"/>. <Cite s="bell-2020"/>');
  expect(html).toContain(
    '4 &lt; 5 &amp; &quot;6&quot; <span class="fact-date">(as of 1 September 2025)</span>',
  );
  expect(html).toContain(
    '<a href="#source-bell-2020" aria-label="Source 1, evidence grade B, controlled or long-term studies">1</a>',
  );
});

test('a number can be rung, and says from when it is unless its page says it for all of them', async () => {
  const link = '<a class="dial" href="tel:111">111</a>, then option &lt;2&gt;';
  expect(await htmlOf('<Fact id="line"/>')).toBe(
    `<span class="fact">${link} <span class="fact-date">(as of 1 September 2025)</span></span>`,
  );
  const together = await htmlOf('<Fact id="line"/> or <Fact id="counted"/>', {
    datedTogether: true,
  });
  expect(together).toContain(`<p>${link} or `);
  expect(together.match(/as of/g)).toHaveLength(1);
});

test('titles and captions in attributes are text', async () => {
  const html = await htmlOf(
    '<Hundred caption="&lt;script&gt; “x”">\n- 60 :: One & two\n- 40 :: **Three**\n</Hundred>',
  );
  expect(html).toContain('<figcaption>&lt;script&gt; “x”</figcaption>');
  expect(html).toContain(
    '<li>60 in 100: One &amp; two</li>\n<li>40 in 100: <strong>Three</strong></li>',
  );
  expect(html.match(/class="kind-1"/g)).toHaveLength(60);
  expect(html.match(/class="kind-2"/g)).toHaveLength(40);
});

test('nothing in the HTML is styled inline, which the policy would refuse', async () => {
  const html = await htmlOf('| a | b |\n| :-- | --: |\n| 1 | 2 |');
  expect(html).toContain('<td align="right">2</td>');
  expect(html).not.toContain('style=');
});

test('a quotation is a phrase in a line, and a block on lines of its own', async () => {
  const html = await htmlOf(
    'He said <Quote reframe>just naughty</Quote>.\n\n<Quote reframe>\nHe *never* listens.\n</Quote>',
  );
  expect(html).toContain('<p>He said <q class="reframe">just naughty</q>.</p>');
  expect(html).toContain(
    '<blockquote class="reframe"><p>He <em>never</em> listens.</p></blockquote>',
  );
});

test.each([
  'a {globalThis.ran = 1} b',
  '<script>globalThis.ran = 1</script>',
  'export const ran = (globalThis.ran = 1)',
  '<Card title={globalThis.ran = 1}>\na\n</Card>',
  '<Card {...(globalThis.ran = 1)}>\na\n</Card>',
  '[a](javascript:globalThis.ran=1)',
  '[a][b]\n\n[b]: javascript:globalThis.ran=1',
  '![a](data:image/svg+xml,x)',
])('what carries code is not compiled: %s', async (text) => {
  await expect(htmlOf(text)).rejects.toThrow('carries code');
  expect('ran' in globalThis).toBe(false);
});

test('front matter is read as YAML and never as JavaScript', async () => {
  const { frontMatter, nodes } = parseMdx(
    'a.mdx',
    '---js\n{ "title": (globalThis.ran = 1) }\n---\n\nText.\n',
  );
  expect(frontMatter).toBeNull();
  expect(nodes && noCode('a.mdx', nodes).length).not.toBe(0);
  expect('ran' in globalThis).toBe(false);
});
