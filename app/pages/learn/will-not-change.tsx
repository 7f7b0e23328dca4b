import { Details, Panel } from '~/ui/panel';
import { shortened } from './shortened';

/** What the school says stays as it is, whatever is learned here. Read before Start, so a long one is folded. */
export function WillNotChange({ words }: { words: string | null }) {
  if (!words) return null;
  const { first, rest } = shortened(words);
  return (
    <Panel title="What will not change here">
      <p className="as-typed">{first}</p>
      {rest ? (
        <Details summary="Read the rest">
          <p className="as-typed">{rest}</p>
        </Details>
      ) : null}
    </Panel>
  );
}
