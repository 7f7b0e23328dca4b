import { Link } from '@remix-run/react';
import { Panel } from '~/ui/panel';

interface SignOffStandingProps {
  modules: {
    slug: string;
    title: string;
    version: number;
    open: boolean;
    reviewed: string;
    signed: string[];
    signedBefore: boolean;
  }[];
}

/** Who has read what learners read now: the authors' own reviews, and those at this school. */
export function SignOffStanding({ modules }: SignOffStandingProps) {
  return (
    <section id="sign-off">
      <h2>Where the reviewers’ sign-off stands</h2>
      <p>
        Before staff begin, somebody you trust should have read each module whole: an educational
        psychologist, your safeguarding lead, a carer. A sign-off holds for the very version that
        was read.
      </p>
      {modules.map(({ slug, title, version, open, reviewed, signed, signedBefore }) => (
        <Panel key={slug} title={title} level={3}>
          <p>
            Version {version}
            {open ? '' : ', not yet open to staff'}. By its authors: {reviewed}
          </p>
          {signed.map((words) => (
            <p key={words}>At your school: {words}</p>
          ))}
          {signed.length === 0 ? (
            <p>
              At your school:{' '}
              {signedBefore
                ? 'an earlier version was signed; nobody has signed this one.'
                : 'nobody has signed it yet.'}
            </p>
          ) : null}
          <p>
            <Link to={`/read/${slug}`} prefetch="none">
              Read it all, and sign it<span className="visually-hidden">: {title}</span>
            </Link>
          </p>
        </Panel>
      ))}
    </section>
  );
}
