import { Link } from '@remix-run/react';
import type { Overview } from '~/learning/overview.server';
import { CueCard } from '~/ui/learning';
import { DefinitionList, Panel } from '~/ui/panel';
import { Prose } from '~/ui/prose';
import { minutes } from './minutes';

/** Said on every module: what this training asks of people and what it does not. */
export const roleLine =
  'You notice, respond and pass on. You do not diagnose, label, investigate or treat.';

const guide = '/guide/looking-after-yourself';

/** Why it matters, and the content note: to be read before anything is pressed. */
export function ModuleIntro({ shown }: { shown: Overview }) {
  const holds = (words: string) =>
    shown.intro.some((s) => (s.type === 'prose' || s.type === 'card') && s.html.includes(words));
  const linked = holds(`href="${guide}`);
  const said = holds(roleLine);
  return (
    <>
      {shown.intro.map((segment, n) => {
        // The order is theirs in the version.
        const key = `${segment.type} ${n}`;
        if (segment.type === 'prose') return <Prose key={key} html={segment.html} />;
        if (segment.type !== 'card') return null;
        return (
          <CueCard key={key} title={segment.title}>
            <Prose html={segment.html} />
          </CueCard>
        );
      })}
      {said ? null : (
        <p>
          <strong>{roleLine}</strong>
        </p>
      )}
      {linked ? null : (
        <p>
          If something here stays with you,{' '}
          <Link to={guide} prefetch="none">
            Looking after yourself
          </Link>{' '}
          lists people to talk to.
        </p>
      )}
    </>
  );
}

interface AboutModuleProps {
  shown: Overview;
  /** Who at this school signed this very version, in words. */
  signed: string[];
}

/** What one can do by the end, for whom it is, and who has reviewed it. */
export function AboutModule({ shown, signed }: AboutModuleProps) {
  return (
    <>
      <Panel title="By the end you can">
        <ul>
          {shown.outcomes.map((outcome) => (
            <li key={outcome}>{outcome}</li>
          ))}
        </ul>
      </Panel>
      <DefinitionList
        items={[
          {
            term: 'Time',
            children: `About ${minutes(shown.minutes)}, in pieces. You can stop and come back.`,
          },
          { term: 'For', children: shown.audience },
          { term: 'Where', children: 'For England: law and guidance differ elsewhere.' },
          { term: 'Version', children: String(shown.version) },
          { term: 'Reviewed', children: shown.reviewed },
          ...(signed.length > 0
            ? [{ term: 'At your school, this version', children: signed.join(' ') }]
            : []),
        ]}
      />
    </>
  );
}
