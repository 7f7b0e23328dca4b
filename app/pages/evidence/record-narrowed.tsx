import { Link } from '@remix-run/react';
import { linesBehind, peopleBehind } from './links';
import type { Narrowing } from './narrowed-in-words';

interface NarrowedProps {
  narrowed: { name: Narrowing; words: string }[];
  /** All that the address asks for, the day too. */
  asked: Parameters<typeof linesBehind>[0];
}

/** What a figure asked for, which no box of the form shows: each can be taken off. */
export function Narrowed({ narrowed, asked }: NarrowedProps) {
  if (narrowed.length === 0) return null;
  const { staff, completed } = asked;
  return (
    <>
      <ul className="no-print">
        {narrowed.map(({ name, words }) => (
          <li key={name}>
            Only {words}.{' '}
            <Link to={linesBehind({ ...asked, [name]: undefined })} prefetch="none">
              Take this off<span className="visually-hidden">: {words}</span>
            </Link>
          </li>
        ))}
      </ul>
      {staff && completed ? (
        <p>
          <Link to={peopleBehind(asked)} prefetch="none">
            Everyone of whom these are counted
          </Link>
          , whether they have completed anything or not
        </p>
      ) : null}
    </>
  );
}

/** Kept while the form is sent again. */
export function NarrowedFields({ asked, narrowed }: NarrowedProps) {
  return narrowed.flatMap(({ name }) =>
    [asked[name] ?? []]
      .flat()
      .map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
  );
}
