import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import canonicalize from 'canonicalize';
import type { Root, RootContent } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { bundleMDX } from 'mdx-bundler';
import { getMDXComponent } from 'mdx-bundler/client/index.js';
import * as React from 'react';
import * as jsxRuntime from 'react/jsx-runtime';
import type { Html } from './module';
import { isComponent } from './nodes';
import type { PageOutline, Run } from './outline';
import { type Given, renderRuns } from './render';

const versionOf = (name: string): string => {
  const { version }: { version: string } = createRequire(import.meta.url)(`${name}/package.json`);
  return version;
};

/** Part of every cache key. Raise the first number when compile or render changes what comes out. */
export const compilerVersion = `2/${versionOf('mdx-bundler')}/${versionOf('react-dom')}`;

/** HTML of each piece of prose, by the run's id. */
export type Compiled = Record<string, Html>;

/** Names everything that the HTML of a page depends on. */
export function compileKey(page: PageOutline, given: Given): string {
  const cited = page.citations.map(({ id }) => [
    given.sources.get(id) ?? null,
    given.facts.get(id) ?? null,
  ]);
  const runs = page.runs.map((run) => [run.id, run.nodes]);
  const text = canonicalize(
    JSON.parse(JSON.stringify([compilerVersion, runs, cited, given.datedTogether], leaveOutPlaces)),
  );
  return createHash('sha256')
    .update(text ?? '')
    .digest('hex');
}

function leaveOutPlaces(name: string, value: unknown): unknown {
  return name === 'position' || name === 'data' ? undefined : value;
}

/**
 * Compiles and renders a page that rules/no-code.ts has passed. The bundler is handed the very tree that was checked, in
 * place of text that it would parse again, so that nothing can be compiled that the checker did not see.
 * @throws Error when the page was not passed.
 */
export async function compilePage(page: PageOutline, given: Given): Promise<Compiled> {
  if (!page.safe) throw new Error(`${page.file} carries code and is not compiled`);
  if (page.runs.length === 0) return {};
  const tree: Root = { type: 'root', children: page.runs.map(collect) };
  const { code } = await bundleMDX({
    source: page.id,
    mdxOptions: (options) => ({
      ...options,
      remarkPlugins: [() => () => structuredClone(tree)],
      // Inline styles are refused by the content security policy.
      tableCellAlignToStyle: false,
      elementAttributeNameCase: 'react' as const,
    }),
  });
  const content = getMDXComponent(code, { React, _jsx_runtime: jsxRuntime });
  return renderRuns(content, given);
}

function collect(run: Run): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name: 'Collect',
    attributes: [attribute('id', run.id)],
    children: run.nodes.map(markBlockQuotes) as MdxJsxFlowElement['children'],
  };
}

/** Only here is it known whether `<Quote>` is a block: as elements, both kinds look alike. */
function markBlockQuotes(node: RootContent): RootContent {
  if (!isComponent(node) || node.type !== 'mdxJsxFlowElement') return node;
  const children = node.children.map(markBlockQuotes) as typeof node.children;
  const block = node.name === 'Quote' ? [attribute('block', 'yes')] : [];
  return { ...node, attributes: [...node.attributes, ...block], children };
}

function attribute(name: string, value: string): MdxJsxAttribute {
  return { type: 'mdxJsxAttribute', name, value };
}
