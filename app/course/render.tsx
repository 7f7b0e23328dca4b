import type { getMDXComponent } from 'mdx-bundler/client/index.js';
import { createContext, type ReactNode, useContext } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { CitedFact, CitedSource } from './cited';
import type { Html } from './module';
import { dialled } from './numbers';
import { civilDateInWords, gradeInWords } from './said';

/** What the compiled page is given; every name that can stand in prose, and `Collect`, which compile.server.ts adds. */
export interface Given {
  sources: Map<string, CitedSource>;
  facts: Map<string, CitedFact>;
  /** The page says in one line from when its telephone numbers are; so no number says it by itself. */
  datedTogether?: boolean;
}

type Content = ReturnType<typeof getMDXComponent>;

/** Numbers of sources and values of facts, for the components below. */
const GivenContext = createContext<Given>({ sources: new Map(), facts: new Map() });

/** Renders a compiled page: each piece of prose by its id. The markup is static and carries nothing that runs. */
export function renderRuns(Page: Content, given: Given): Record<string, Html> {
  const collected = new Map<string, ReactNode>();
  const Collect = ({ id, children }: { id: string; children?: ReactNode }) => {
    collected.set(id, children);
    return null;
  };
  renderToStaticMarkup(<Page components={{ ...proseComponents, Collect }} />);
  const html = [...collected].map(([id, children]) => [id, renderPiece(children, given)] as const);
  return Object.fromEntries(html);
}

function renderPiece(children: ReactNode, given: Given): Html {
  return renderToStaticMarkup(
    <GivenContext.Provider value={given}>{children}</GivenContext.Provider>,
  ).trim();
}

/** The source's number in the list of references; its grade is said to whoever cannot see the list beside it. */
function Cite({ s }: { s: string }) {
  const source = useContext(GivenContext).sources.get(s);
  if (!source) return null;
  const { number, grade } = source;
  return (
    <sup className="cite">
      <a
        href={`#source-${s}`}
        aria-label={`Source ${number}, evidence grade ${gradeInWords(grade)}`}
      >
        {number}
      </a>
    </sup>
  );
}

function Fact({ id }: { id: string }) {
  const { facts, datedTogether } = useContext(GivenContext);
  const fact = facts.get(id);
  if (!fact) return null;
  if (fact.dial && datedTogether) return <Dialled {...fact} dial={fact.dial} />;
  return (
    <span className="fact">
      {fact.dial ? <Dialled {...fact} dial={fact.dial} /> : fact.value}{' '}
      <span className="fact-date">(as of {civilDateInWords(fact.asOf)})</span>
    </span>
  );
}

/** A number that a phone can ring or text, on one line. */
function Dialled({ value, dial }: { value: string; dial: string }) {
  const number = dialled(value);
  return (
    <>
      <a className="dial" href={dial}>
        {number}
      </a>
      {value.slice(number.length)}
    </>
  );
}

function Unsure({ children }: { children?: ReactNode }) {
  return (
    <div className="unsure" role="note">
      <p className="unsure-title">What we are not sure about</p>
      {children}
    </div>
  );
}

/** Inline it is a phrase; on lines of its own its words are a paragraph, so it is a block. */
function Quote({ block, children }: { block?: string; children?: ReactNode }) {
  if (block) return <blockquote className="reframe">{children}</blockquote>;
  return <q className="reframe">{children}</q>;
}

function Hundred({
  caption,
  counts,
  children,
}: {
  caption: string;
  counts: string;
  children?: ReactNode;
}) {
  const kinds = counts
    .split(',')
    .flatMap((count, kind) => Array<number>(Number(count)).fill(kind + 1));
  return (
    <figure className="hundred">
      <figcaption>{caption}</figcaption>
      <div className="hundred-squares" aria-hidden="true">
        {kinds.map((kind, square) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the squares never change.
          <span key={square} className={`kind-${kind}`} />
        ))}
      </div>
      <div className="hundred-key">{children}</div>
    </figure>
  );
}

function Link({
  href = '',
  title,
  children,
}: {
  href?: string;
  title?: string;
  children?: ReactNode;
}) {
  const elsewhere = /^https?:/i.test(href);
  return (
    <a href={href} title={title} rel={elsewhere ? 'noreferrer' : undefined}>
      {children}
    </a>
  );
}

const proseComponents = { Cite, Fact, Unsure, Quote, Hundred, a: Link };
