import type { ItemFound } from '~/learning/understanding/item-found';
import { Panel } from '~/ui/panel';
import { Prose } from '~/ui/prose';
import { inWords } from './hard-item';

interface WhatToTalkAboutProps {
  hard: ({ id: string; stem: string } & Pick<ItemFound, 'otherwise' | 'sure'>)[];
  outcomes: string[];
}

/** What people here found hard; where too few have answered, a sheet for the whole school that needs no figures. */
export function WhatToTalkAbout({ hard, outcomes }: WhatToTalkAboutProps) {
  if (hard.length === 0) return <DiscussionSheet outcomes={outcomes} />;
  return (
    <Panel title="What people here found hard">
      <p>
        From first answers in the whole school. People are counted in fives, so nobody can be found
        in it. Ask what makes each one hard here, and leave out who thought what.
      </p>
      <ol>
        {hard.map((item) => (
          <li key={item.id}>
            <Prose html={item.stem} />
            <p>{inWords(item)}</p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function DiscussionSheet({ outcomes }: { outcomes: string[] }) {
  return (
    <Panel title="Discussion sheet for the whole school">
      <p>
        In pairs, choose one line to talk about. Nobody has to speak about themselves, and no
        pupil’s name is needed.
      </p>
      <ul>
        {outcomes.map((outcome) => (
          <li key={outcome}>{outcome}</li>
        ))}
      </ul>
      <ol>
        <li>When did you last see this done well here, by anyone?</li>
        <li>What makes it hard in this school: the time, the place, the timetable, the rules?</li>
        <li>What one thing could we change, so that it is easier next week?</li>
      </ol>
    </Panel>
  );
}
