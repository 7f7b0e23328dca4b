import type { LoaderFunctionArgs } from '@remix-run/node';
import { readPractices } from '~/course/practices.server';
import { civilDateInWords } from '~/course/said';
import { practicesOf } from '~/learning/practice-log.server';
import { typedDrafts, wordsOf } from '~/learning/words.server';
import { commitmentLines } from '~/pages/commitment-in-words';
import { requirePerson } from '~/people/guard.server';
import { londonDate } from '~/record/london-date';

/** All that one has written for oneself, as plain text, exactly as typed. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'learn');
  const { attune } = args.context;
  const words = wordsOf(attune, who);
  const { lists } = await readPractices(attune.config.contentDir);
  const notes = practicesOf(attune, who, lists);
  const on = (at: number) => civilDateInWords(londonDate(at));
  const aside = ({ notTheirs }: { notTheirs: boolean }) =>
    notTheirs ? 'Set aside: found not to be yours\n' : '';
  const parts = [
    `What ${who.name} has written in Attune, as of ${on(attune.now().getTime())}.`,
    ...words.reflections.map((r) => `${r.moduleTitle}, ${on(r.at)}\n${r.prompt}\n\n${r.text}`),
    ...words.commitments.map((c) =>
      [`${aside(c)}${c.moduleTitle}, ${on(c.at)}\nOne thing I will do`, ...commitmentLines(c)].join(
        '\n\n',
      ),
    ),
    ...words.whys.map(
      (w) => `${aside(w)}${w.moduleTitle}, ${on(w.at)}\n${w.scenario}: why I chose it\n\n${w.text}`,
    ),
    ...words.happened.map(
      (h) => `${aside(h)}${h.moduleTitle}, ${on(h.at)}\nWhat became of it\n\n${h.text}`,
    ),
    ...notes
      .filter(({ note }) => note !== '')
      .map((n) => `Practice log, ${on(n.at)}\n${n.practice}\n\n${n.note}`),
    ...typedDrafts(attune, who.personId, words.drafts).map(
      (d) => `Not sent yet, ${on(d.savedAt)}\n${d.key.split('#')[0]}\n\n${d.texts.join('\n\n')}`,
    ),
  ];
  return new Response(`\uFEFF${parts.join('\n\n----\n\n')}\n`, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': 'attachment; filename="my-words.txt"',
      'Cache-Control': 'private, no-store',
    },
  });
}
