import { createRemixStub } from '@remix-run/testing';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** The HTML of `children` as the server sends it, inside a router that has one page. */
export function markup(children: ReactNode): string {
  const Stub = createRemixStub([{ path: '/', Component: () => children }]);
  const { error } = console;
  // The stub's router is the browser's, of which React warns that its layout effects do not run on a server.
  console.error = (...words) => {
    if (!String(words[0]).includes('useLayoutEffect')) error(...words);
  };
  try {
    return renderToStaticMarkup(<Stub />);
  } finally {
    console.error = error;
  }
}

/** The first tag of `html` that holds `having`, as it is written. */
export function tagHaving(html: string, having: string): string {
  return html.match(/<[^>]+>/g)?.find((tag) => tag.includes(having)) ?? '';
}
