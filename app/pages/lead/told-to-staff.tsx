import { Link } from '@remix-run/react';
import { ButtonLink } from '~/ui/button';
import { Details } from '~/ui/panel';
import { CopyText } from './copy-text';

interface ToldToStaffProps {
  slides: number;
  /** Plain text. */
  email: string | null;
}

/** Slides, the e-mail, straight answers and the two templates. */
export function ToldToStaff({ slides, email }: ToldToStaffProps) {
  return (
    <>
      <h2>At a staff meeting</h2>
      <p>
        {slides > 0
          ? `${slides} slides, five minutes. Everyone who is asked to learn should be there in paid time.`
          : 'There are no slides in the content folder.'}
      </p>
      <p className="actions">
        <ButtonLink to="/lead/before-you-start/slides" variant="primary">
          Slides for staff
        </ButtonLink>
        <ButtonLink to="/guide/before-you-start">How to use them</ButtonLink>
      </p>
      {email ? (
        <Details summary="The e-mail to staff">
          <div className="actions">
            <CopyText text={email}>Copy the e-mail</CopyText>
            <a href="/lead/before-you-start/email.txt" className="button button-secondary">
              Download it as text
            </a>
          </div>
          <p className="hint">Fill in what stands in square brackets.</p>
          <p className="as-typed">{email}</p>
        </Details>
      ) : null}
      <h2>When they ask</h2>
      <ul>
        <li>
          <Link to="/guide/sceptics" prefetch="none">
            Fair questions, answered straight
          </Link>
          , each with the grade of its evidence. All staff can read it.
        </li>
        <li>
          <Link to="/guide/what-is-recorded" prefetch="none">
            What is recorded, and who sees it
          </Link>
          . All staff can read it; the details stand under{' '}
          <Link to="/privacy" prefetch="none">
            Who sees what
          </Link>
          .
        </li>
        <li>
          <Link to="/guide/looking-after-yourself" prefetch="none">
            Looking after yourself
          </Link>
          , linked from the foot of every page.
        </li>
      </ul>
      <h2>Data protection</h2>
      <p>Drafts for you and your data protection officer to change. They are not legal advice.</p>
      <ul>
        <li>
          Privacy notice for staff:{' '}
          <Link to="/guide/privacy-notice-template" prefetch="none">
            read it
          </Link>
          , or{' '}
          <a href="/lead/before-you-start/templates/privacy-notice.txt">
            download the privacy notice as text
          </a>
        </li>
        <li>
          Impact assessment (DPIA):{' '}
          <Link to="/guide/dpia-template" prefetch="none">
            read it
          </Link>
          , or{' '}
          <a href="/lead/before-you-start/templates/dpia.txt">
            download the impact assessment as text
          </a>
        </li>
      </ul>
    </>
  );
}
