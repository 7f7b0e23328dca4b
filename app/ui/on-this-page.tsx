import { Details } from './panel';

/** The parts of a long page, each with the id of its heading or of what holds it. It is not printed. */
export function OnThisPage({ parts }: { parts: readonly { id: string; title: string }[] }) {
  return (
    <nav className="on-this-page no-print" aria-label="On this page">
      <Details className="unfolded-when-wide" summary="On this page">
        <ul>
          {parts.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </Details>
    </nav>
  );
}
