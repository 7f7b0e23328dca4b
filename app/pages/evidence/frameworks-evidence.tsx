import { Link } from '@remix-run/react';
import type { CrosswalkLine, Figure } from '~/school-changes/crosswalk';
import { queryOf } from './links';
import { shortDate } from './said';

/** What stands beside one line that day; an honest word where nothing does. */
export function LineEvidence({ line, date }: { line: CrosswalkLine; date: string }) {
  const { modules, changes, figures, note, nothing } = line;
  return (
    <>
      {nothing ? (
        <p>
          <strong>Nothing yet.</strong>
        </p>
      ) : null}
      {modules.length + figures.length + changes.length > 0 ? (
        <ul>
          {modules.map((one) => (
            <li key={one.module}>
              {one.title}:{' '}
              {one.trained > 0 ? (
                <Link
                  to={`/evidence/record${queryOf({ asAt: date, module: one.module, status: 'current', staff: 'then' })}`}
                  prefetch="none"
                >
                  {one.trained} of {one.staff} staff completed it
                </Link>
              ) : (
                `nobody of ${one.staff} staff has completed it yet`
              )}
            </li>
          ))}
          {figures.map((figure) => (
            <li key={figure.kind}>
              <FigureInWords figure={figure} date={date} />
            </li>
          ))}
          {changes.map(({ changeId, changedOn, what }) => (
            <li key={changeId}>
              Changed on {shortDate(changedOn)}:{' '}
              <Link to={`/evidence/changes/${changeId}`} prefetch="none">
                {what ?? 'a change whose words were taken out'}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      {note ? (
        <p>
          The school’s own words: {note.words}{' '}
          <span className="muted">({shortDate(note.writtenOn)})</span>
        </p>
      ) : null}
    </>
  );
}

const many = (n: number, one: string, more: string) => (n === 1 ? `one ${one}` : `${n} ${more}`);

function FigureInWords({ figure, date }: { figure: Figure; date: string }) {
  const asAt = queryOf({ asAt: date });
  const link = (to: string, words: string) => (
    <Link to={to} prefetch="none">
      {words}
    </Link>
  );
  switch (figure.kind) {
    case 'sessions':
    case 'outside sessions': {
      const whose = figure.kind === 'sessions' ? '' : ' with somebody from outside, or elsewhere';
      return (
        <>
          Beside the modules:{' '}
          {link(
            `/evidence${asAt}#sessions`,
            `${many(figure.sessions, 'session', 'sessions')}${whose}`,
          )}
          , attended {many(figure.people, 'time', 'times')} in all
        </>
      );
    }
    case 'months':
      return (
        <>
          Somebody completed a module in{' '}
          {link(`/evidence${asAt}`, `${figure.with} of ${many(figure.of, 'month', 'months')}`)}{' '}
          since the record began
        </>
      );
    case 'leaders':
      return (
        <>
          Of those who lead the school,{' '}
          {link(
            `/evidence/record${queryOf({ asAt: date, roleGroup: 'leader', status: 'current', staff: 'then' })}`,
            `${figure.trained} of ${figure.staff}`,
          )}{' '}
          have completed a module
        </>
      );
    case 'measures':
      return (
        <>
          {link(`/evidence/impact${asAt}`, figure.n === 1 ? 'One figure' : `${figure.n} figures`)}{' '}
          of the school’s own, with what else changed; no proof of a cause
        </>
      );
  }
}
