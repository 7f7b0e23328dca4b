import { Link } from '@remix-run/react';
import { Fragment } from 'react';

interface VersionsProps {
  versions: { version: number; people: number }[];
  linesOf: (version: string) => string;
}

/** Only where the people trained have come to different versions. */
export function VersionsPart({ versions, linesOf }: VersionsProps) {
  if (versions.length < 2) return null;
  return (
    <p>
      By the newest version that each person trained has completed, whole or as a refresher:{' '}
      {versions.map(({ version, people }, n) => (
        <Fragment key={version}>
          {n > 0 ? '; ' : null}
          <Link to={linesOf(String(version))} prefetch="none">
            version {version}, {people}
          </Link>
        </Fragment>
      ))}
      . Each is counted once.
    </p>
  );
}
