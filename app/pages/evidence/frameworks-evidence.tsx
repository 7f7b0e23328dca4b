import { Link } from '@remix-run/react';
import { capitalised } from '~/people/staff-details';
import type { CoveredBy, CrosswalkLine, Figure } from '~/school-changes/crosswalk';
import { figureBehind, linesBehind, queryOf } from './links';
import { shortDate } from './said';

/** What stands beside one line that day; an honest word where nothing does. */
export function LineEvidence({ line, date }: { line: CrosswalkLine; date: string }) {
  const { topic, modules, changes, figures, note, nothing, elsewhere } = line;
  // Beside a role group’s own nought stands what all staff have done, which is something.
  const saidBelow = modules.some(({ ofRole }) => ofRole !== undefined);
  return (
    <>
      {elsewhere ? <p>Not recorded here.</p> : null}
      {nothing && !saidBelow ? (
        <p>
          <strong>Nothing yet.</strong>
        </p>
      ) : null}
      {modules.length + figures.length + changes.length > 0 ? (
        <ul>
          {modules.map((one) => (
            <li key={one.module}>
              {one.title}: <Completed one={one} date={date} />
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
      {topic.unsaid && figures.length > 0 ? (
        <p className="small muted">{capitalised(topic.unsaid)}, the record does not say.</p>
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

/** Those whom the framework is about stand first, and then everyone. */
function Completed({ one, date }: { one: CoveredBy; date: string }) {
  const { module, trained, staff, ofRole } = one;
  const to = (n: number, roleGroup?: string) =>
    figureBehind(n, { asAt: date, module, roleGroup, completed: 'whole' });
  return (
    <>
      {ofRole ? (
        <>
          <Link to={to(ofRole.trained, ofRole.roleGroup)} prefetch="none">
            {ofRole.trained || 'none'} of the {ofRole.staff} in the role group “{ofRole.roleGroup}”
          </Link>{' '}
          {ofRole.trained === 0 ? 'yet' : 'completed it'}; of all staff,{' '}
        </>
      ) : null}
      <Link to={to(trained)} prefetch="none">
        {trained} of {staff}
        {ofRole ? null : ' staff completed it'}
      </Link>
      {ofRole?.trained === 0 ? ' completed it' : null}
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
      const whose =
        figure.kind === 'sessions'
          ? ''
          : ' with somebody from outside, or elsewhere (online courses count too)';
      return (
        <>
          Attendance beside the modules:{' '}
          {link(
            `/evidence${asAt}#sessions`,
            `${many(figure.sessions, 'session', 'sessions')}${whose}`,
          )}
          , attended{' '}
          {link(
            linesBehind({
              asAt: date,
              completed: figure.kind === 'sessions' ? 'sessions' : 'outside',
            }),
            many(figure.people, 'time', 'times'),
          )}{' '}
          in all
        </>
      );
    }
    case 'months':
      return (
        <>
          Somebody completed a module in{' '}
          {link(
            linesBehind({ asAt: date, completed: 'any' }),
            `${figure.with} of ${many(figure.of, 'month', 'months')}`,
          )}{' '}
          since the record began
        </>
      );
    case 'leaders':
      return (
        <>
          Of those who lead the school,{' '}
          {link(
            figureBehind(figure.trained, { asAt: date, roleGroup: 'leader', completed: 'whole' }),
            `${figure.trained} of ${figure.staff}`,
          )}{' '}
          have completed a module
        </>
      );
  }
}
