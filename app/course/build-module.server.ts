import { citedBy, referencesOf } from './cited';
import type { PageCompiler } from './compile-cache.server';
import { contentHashOf } from './content-hash.server';
import { pageSeconds, routeSeconds, wholeMinutes } from './minutes';
import type { Guide, Module, Page, ProsePage, Segment, Source } from './module';
import { numbersAsOf } from './numbers';
import type { FrontMatter, GuideOutline, Library, ModuleOutline, PageOutline } from './outline';
import type { Given } from './render';
import { allPages } from './rules/pieces';
import { toSegment } from './segments';

const unread: FrontMatter = {
  title: '',
  summary: '',
  version: 1,
  audience: '',
  outcomes: [],
  covers: {},
  reviewed: [],
  reviewBy: '',
  length: 'standard',
};

/**
 * Compiles a module as it is written. A page that carries code or cannot be read is not compiled: it says so in its
 * place, for the preview; such a module never reaches a learner.
 */
export async function buildModule(
  outline: ModuleOutline,
  library: Library,
  cache: PageCompiler,
): Promise<Module> {
  const given = citedBy(allPages(outline), library);
  const { cast: _cast, ...front } = outline.front ?? { ...unread, title: outline.slug };
  const pages: Page[] = [];
  for (const page of outline.pages) {
    pages.push({
      id: page.id,
      title: page.title,
      required: page.required,
      segments: await segmentsOf(page, given, cache),
      minutes: wholeMinutes(pageSeconds(page)),
    });
  }
  const module: Omit<Module, 'contentHash' | 'origin' | 'staffMeeting'> = {
    slug: outline.slug,
    ...front,
    intro: await segmentsOf(outline.intro, given, cache),
    pages,
    sources: inOrder(given),
    facts: [...given.facts.values()],
    minutes: wholeMinutes(routeSeconds(outline)),
  };
  const staffMeeting = outline.staffMeeting
    ? await proseOf(outline.staffMeeting, citedBy([outline.staffMeeting], library), cache)
    : null;
  return { ...module, origin: outline.origin, staffMeeting, contentHash: contentHashOf(module) };
}

/** Compiles a guide as it is written. */
export async function buildGuide(
  { id, front, page }: GuideOutline,
  library: Library,
  cache: PageCompiler,
): Promise<Guide> {
  const given = { ...citedBy([page], library), datedTogether: true };
  const prose = await proseOf(page, given, cache);
  return {
    id,
    ...prose,
    numbersAsOf: numbersAsOf(given.facts.values()),
    summary: front?.summary ?? '',
    audience: front?.audience ?? 'learners',
  };
}

/** A page outside a learner's route, which is printed by itself: `given` is what it cites, numbered from 1. */
async function proseOf(page: PageOutline, given: Given, cache: PageCompiler): Promise<ProsePage> {
  const segments = await segmentsOf(page, given, cache);
  return {
    title: page.title,
    segments,
    references: referencesOf({ sources: inOrder(given) }, segments),
  };
}

function inOrder(given: Given): Source[] {
  return [...given.sources.values()].map(({ number: _number, ...source }) => source);
}

async function segmentsOf(
  page: PageOutline,
  given: Given,
  cache: PageCompiler,
): Promise<Segment[]> {
  if (!page.nodes || !page.safe) {
    return [
      {
        type: 'prose',
        html: '<p>This page cannot be shown until what is wrong with it is mended.</p>',
      },
    ];
  }
  const compiled = await cache.page(page, given);
  return page.pieces.map((piece) =>
    toSegment(piece, (run) => (run ? (compiled[run.id] ?? '') : '')),
  );
}
