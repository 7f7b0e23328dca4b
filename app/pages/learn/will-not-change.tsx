import { Details } from '~/ui/panel';

/** What the school says stays as it is, whatever is learned here. */
export function WillNotChange({ words }: { words: string | null }) {
  if (!words) return null;
  return (
    <Details summary="What will not change here">
      <p className="as-typed">{words}</p>
    </Details>
  );
}
