import type { PageWho } from '~/people/guard.server';
import { Details } from '~/ui/panel';
import type { ReportAbout } from './report-about.server';
import { ReportForm } from './report-form';

interface ReportBoxProps {
  who: PageWho;
  about: ReportAbout;
  /** Name of the safeguarding lead. */
  tell: string | null;
}

/** "Something wrong here?", folded away at the foot of every page of a module. */
export function ReportBox({ who, about, tell }: ReportBoxProps) {
  return (
    <Details
      id="something-wrong"
      summary="Something wrong here?"
      open={about.kept !== undefined}
      className="no-print"
    >
      {about.answers.length > 0 ? (
        <>
          <p>Asked about this page before, and what your lead says:</p>
          <ul>
            {about.answers.map(({ about: kind, answer, on }) => (
              <li key={`${on} ${answer}`}>
                {kind}. <span className="as-typed">{answer}</span> ({on})
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <ReportForm who={who} about={about} tell={tell} />
    </Details>
  );
}
