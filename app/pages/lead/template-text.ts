import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/people/guard.server';
import { guideAsText, textFile } from './as-text.server';
import { fillIn } from './fill-in';
import { knownTo } from './known.server';

/** The templates by the names of their files; each is a guide of its own. */
const guides: Record<string, string> = {
  'privacy-notice.txt': 'privacy-notice-template',
  'dpia.txt': 'dpia-template',
};

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'prepare the school');
  const { attune } = args.context;
  const name = args.params.template ?? '';
  const guide = attune.course.guide(guides[name] ?? '');
  if (!guide) throw new Response('There is no template of this name.', { status: 404 });
  const known = knownTo(attune, who);
  const segments = guide.segments.map((segment) =>
    segment.type === 'prose' || segment.type === 'card'
      ? { ...segment, html: fillIn(segment.html, known) }
      : segment,
  );
  return textFile(name, guideAsText({ ...guide, segments }, attune.config.origin));
}
