import { Notice } from '~/ui/notice';

/** Thanks for "Something wrong here?", on the page it was about. */
export function Reported() {
  return (
    <Notice kind="good" live focus title="Sent to your lead. Thank you.">
      <p>
        An answer, if there is one, will stand under “Something wrong here?” on the page it is
        about.
      </p>
    </Notice>
  );
}
