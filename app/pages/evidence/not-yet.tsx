import type { ModuleDetail } from '~/record/coverage';
import { Details } from '~/ui/panel';

/** What is still missing: counts for everyone in the room, names only when they are asked for. */
export function NotYet({ detail }: { detail: ModuleDetail }) {
  const missing = detail.staff - detail.trained;
  return (
    <section aria-labelledby="not-yet">
      <h2 id="not-yet">Still missing</h2>
      {missing === 0 ? (
        <p>Everyone on the staff that day had completed {detail.title}.</p>
      ) : (
        <>
          <p>
            {missing} of {detail.staff} staff had not completed {detail.title}: {detail.inProgress}{' '}
            in progress, {detail.notStarted} asked and not started, {detail.notAsked} not asked.
          </p>
          {detail.notYet.map(({ group, people }) => (
            <Details
              key={group}
              summary={`${group.charAt(0).toUpperCase()}${group.slice(1)}: ${people.length}, with names`}
            >
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
