import type { CrosswalkLine } from '~/school-changes/crosswalk';

/** Of more than these, the framework’s own page says which. */
const mostNamed = 3;

/**
 * Whether something stands beside a framework’s lines, for the list of them: in words, because “5 of 5” reads as a score.
 *
 * @param lines without those that the school left out
 * @param roleGroup whom the framework is about, if not everyone
 */
export function besideLinesInWords(
  lines: readonly Pick<CrosswalkLine, 'topic' | 'elsewhere' | 'nothing'>[],
  roleGroup?: string,
): string {
  const here = lines.filter(({ elsewhere }) => !elsewhere);
  const elsewhere = lines.length - here.length;
  if (here.length === 0) {
    return elsewhere > 0
      ? 'What it asks for is recorded elsewhere.'
      : 'The school has left all of its lines out.';
  }
  const also =
    elsewhere === 0
      ? ''
      : ` ${elsewhere === 1 ? 'One more is' : `${elsewhere} more are`} recorded elsewhere.`;
  return `${ofThese(here, roleGroup)}${also}`;
}

function ofThese(
  here: readonly Pick<CrosswalkLine, 'topic' | 'nothing'>[],
  roleGroup: string | undefined,
): string {
  const bare = here.filter(({ nothing }) => nothing).map(({ topic }) => topic.title);
  if (bare.length === 0)
    return 'Something is on record beside each line; whether it is enough is for the school to judge.';
  const nothing = roleGroup ? `Nothing of the role group “${roleGroup}”` : 'Nothing';
  if (bare.length === here.length) return `${nothing} is beside any of its lines yet.`;
  const which = bare.length > mostNamed ? '.' : `: ${bare.join('; ')}.`;
  const how = bare.length === 1 ? 'one' : bare.length;
  return `${nothing} is beside ${how} of its lines yet${which}`;
}
