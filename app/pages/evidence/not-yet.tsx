import { Link } from '@remix-run/react';
import { capitalised } from '~/people/staff-details';
import type { ModuleDetail } from '~/record/coverage';
import { Details } from '~/ui/panel';
import { notYetInWords } from './said';

/**
 * What is still missing: counts for everyone in the room, names only when they are opened.
 * @param to where those are who have not completed it, for whoever may see them
 */
export function NotYet({ detail, to }: { detail: ModuleDetail; to?: string }) {
  const missing = detail.staff - detail.trained;
  return (
    <section aria-labelledby="not-yet">
      <h2 id="not-yet">Still missing</h2>
      {missing === 0 ? (
        <p>Nobody: everyone on the staff that day had completed {detail.title}.</p>
      ) : (
        <>
          <p>
            {to === undefined ? (
              `${missing} of ${detail.staff} staff`
            ) : (
              <Link to={to} prefetch="none">
                {missing} of {detail.staff} staff
              </Link>
            )}{' '}
            had not completed {detail.title}: {notYetInWords(detail)}.{' '}
            {detail.late > 0 ? `For ${detail.late} of them its date had passed.` : ''}
          </p>
          {detail.notYet.map(({ group, people }) => (
            <Details key={group} summary={`${capitalised(group)}: ${people.length}, with names`}>
              <ul>
                {people.map(({ personId, name, standing }) => (
                  <li key={personId}>
                    {name ?? 'Name erased'}, {standing}
                  </li>
                ))}
              </ul>
            </Details>
          ))}
        </>
      )}
    </section>
  );
}
