import type { CalendarMonth } from '~/cohorts/months-of-pathway';
import { civilDateInWords } from '~/course/said';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { Details, Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { PathwayCalendar } from './pathway-calendar';

interface Given {
  id: string;
  title: string;
  startsOn: string;
  months: CalendarMonth[];
}

interface GivenPathwaysProps {
  who: PageWho;
  pathways: Given[];
  /** What the calendar does where the school has entered nothing. */
  beyond: string;
}

/** Each pathway that a cohort is on, with its calendar, and a way to stop it that asks first. */
export function GivenPathways({ who, pathways, beyond }: GivenPathwaysProps) {
  return pathways.map(({ id, title, startsOn, months }) => (
    <Panel key={id} title={`Pathway: ${title}`}>
      <p>
        From {civilDateInWords(startsOn)}. Whoever joins later begins on the day they come in, and
        days on leave are not counted: their own dates are on their first screen.
      </p>
      <Details summary="See the calendar">
        <PathwayCalendar months={months} beyond={beyond} />
      </Details>
      <Details summary={`Stop this pathway: ${title}`}>
        <PostForm who={who}>
          <p>
            Nobody in this cohort is asked any more for what they have not completed. What was done
            stays done, and the record keeps both.
          </p>
          <input type="hidden" name="formId" value="stop" />
          <input type="hidden" name="pathway" value={id} />
          <Button variant="secondary">Yes, stop {title}</Button>
        </PostForm>
      </Details>
    </Panel>
  ));
}
