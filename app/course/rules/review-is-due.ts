import type { Problem } from '../module';
import type { CheckContext, ModuleOutline } from '../outline';
import { warning } from '../problem';
import { allProse } from './pieces';

/** Warns when the day has passed by which the module, or a source, fact or framework that it uses, was to be looked at again. */
export function reviewIsDue(module: ModuleOutline, { library, today }: CheckContext): Problem[] {
  const { front, file } = module;
  const mend = 'look at it again, and set a new reviewBy';
  const own =
    front && front.reviewBy < today
      ? [
          warning(
            file,
            module.frontLine('reviewBy'),
            `this module was to be reviewed by ${front.reviewBy}`,
            mend,
          ),
        ]
      : [];
  const citations = allProse(module).flatMap((page) => page.citations);
  const facts = citations.flatMap((c) =>
    c.component === 'Fact' ? (library.facts.get(c.id) ?? []) : [],
  );
  const cited = citations.filter((c) => c.component === 'Cite').map((c) => c.id);
  const sources = [...cited, ...facts.map((fact) => fact.source)].flatMap(
    (id) => library.sources.get(id) ?? [],
  );
  const frameworks = Object.keys(front?.covers ?? {}).flatMap(
    (id) => library.frameworks.get(id) ?? [],
  );
  const used = [...new Set([...sources, ...facts, ...frameworks])];
  const others = used
    .filter((entry) => entry.reviewBy < today)
    .map((entry) =>
      warning(
        entry.file,
        entry.line,
        `“${entry.id}” was to be reviewed by ${entry.reviewBy}`,
        mend,
      ),
    );
  return [...own, ...others];
}
