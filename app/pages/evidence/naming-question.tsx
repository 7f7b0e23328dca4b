import { namedInWords, seemsToName } from '~/learning/naming';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';

interface QuestionProps {
  /** What was sent back, of the boxes that take words. */
  sent: (string | undefined)[];
  errors: Record<string, string[]> | undefined;
  /** Names of those boxes. */
  boxes: string[];
}

/** After a form came back because its words may name somebody: what to change, or that they do not. */
export function NamingQuestion({ sent, errors, boxes }: QuestionProps) {
  const asked = boxes.some((box) => errors?.[box]?.some((words) => words.endsWith(askedEnds)));
  const seen = asked ? sent.flatMap((text) => seemsToName(text ?? '')) : [];
  if (seen.length === 0) return null;
  return (
    <Notice kind="care" title="Does this name a child or a colleague?">
      <p>
        If it does, change {namedInWords([...new Set(seen)])} to “a pupil” or a role. If not, it can
        stay as it is.
      </p>
      <Button variant="secondary" name="anyway" value="yes">
        Save anyway
      </Button>
    </Notice>
  );
}

const askedEnds = 'press “Save anyway”.';

/** The same question as an error beside each box; none once somebody pressed “Save anyway”. */
export function askAboutNames(
  typed: (name: string) => string,
  boxes: readonly string[],
): Record<string, string[]> {
  if (typed('anyway') !== '') return {};
  return Object.fromEntries(
    boxes.flatMap((box) => {
      const seen = seemsToName(typed(box));
      if (seen.length === 0) return [];
      const may = `${namedInWords(seen)} may be somebody’s name.`;
      return [[box, [`${may} Change it, or ${askedEnds}`]] as const];
    }),
  );
}
