import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { referencesIn } from '~/learning/cited';
import { pageWho, requirePerson } from '~/people/guard.server';
import { AppPage } from '~/ui/app-page';
import { Button, ButtonLink } from '~/ui/button';
import { SelectField } from '~/ui/fields';
import { Notice } from '~/ui/notice';
import { Details } from '~/ui/panel';
import { References } from '~/ui/references';
import { title } from '~/ui/title';
import { openModule, whatWasHard } from './hard.server';
import { HardItem } from './hard-item';
import { ScenarioMap } from './scenario-map';

export const meta: MetaFunction<typeof loader> = () => title('What people found hard');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see what was hard');
  const { attune } = args.context;
  const module = openModule(attune, args.params.module);
  const asked = new URL(args.request.url).searchParams.get('cohort');
  const found = whatWasHard(attune, who.schoolId, module, asked);
  return {
    who: pageWho(who),
    slug: module.slug,
    moduleTitle: module.title,
    found,
    sources: referencesIn(module, found),
    notForCohort: Boolean(asked),
  };
}

export default function Hard() {
  const { who, slug, moduleTitle, found, sources, notForCohort } = useLoaderData<typeof loader>();
  const { group, groups, items, itemsNotShown, scenarios } = found;
  const hard = items.filter(({ otherwise }) => otherwise !== 'few or none');
  const clear = items.filter(({ otherwise }) => otherwise === 'few or none');
  const nothing = items.length === 0 && scenarios.length === 0;
  return (
    <AppPage
      who={who}
      section="lead"
      kicker={moduleTitle}
      title="What people found hard"
      intro="First answers and first choices, so that you know what to talk about. Never who, never how long, never a score."
      back={{ to: `/lead/modules#${slug}`, label: 'Modules' }}
      actions={
        <ButtonLink to={`/lead/modules/${slug}/staff-meeting`} variant="primary">
          Staff-meeting pack, to print
        </ButtonLink>
      }
    >
      {groups.length > 0 ? (
        <Form method="get" className="form-row">
          <SelectField
            label="Who"
            name="cohort"
            defaultValue={group?.id ?? ''}
            options={[
              { value: '', label: 'The whole school' },
              ...groups.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <Button variant="secondary">Show</Button>
        </Form>
      ) : null}
      {notForCohort && !group ? (
        <Notice kind="info" title="This is the whole school">
          <p>Nothing may be shown of that cohort by itself.</p>
        </Notice>
      ) : null}
      {nothing ? (
        <Notice kind="info" title="Too few people have answered yet">
          <p>
            With small numbers, anything shown here could be traced to somebody. The staff-meeting
            pack has a discussion sheet instead, which needs no figures.
          </p>
        </Notice>
      ) : (
        <h2>{group ? group.name : 'The whole school'}: questions</h2>
      )}
      {hard.map((item) => (
        <HardItem key={item.question.id} item={item} slug={slug} />
      ))}
      {hard.length === 0 && items.length > 0 ? (
        <p>
          In none of the questions that may be shown did more than a few choose something other than
          our answer.
        </p>
      ) : null}
      {clear.length > 0 ? (
        <Details
          summary={`${clear.length} ${clear.length === 1 ? 'question' : 'questions'} in which few or none chose something other than our answer`}
        >
          {clear.map((item) => (
            <HardItem key={item.question.id} item={item} slug={slug} />
          ))}
        </Details>
      ) : null}
      {nothing ? null : <NotShown items={items.length} notShown={itemsNotShown} />}
      {scenarios.length > 0 ? <h2>First choices in the examples</h2> : null}
      {scenarios.map((scenario) => (
        <ScenarioMap key={scenario.id} scenario={scenario} />
      ))}
      <HowItIsCounted />
      <References sources={sources} />
    </AppPage>
  );
}

function NotShown({ items, notShown }: { items: number; notShown: number }) {
  if (notShown === 0) return null;
  return (
    <p>
      {items === 0 ? 'No question has' : `The quiz has ${notShown} more questions that have not`}{' '}
      been answered by enough people to show. Each go draws only some of them.
    </p>
  );
}

function HowItIsCounted() {
  return (
    <Details summary="How people are counted, so that nobody can be found">
      <ul>
        <li>Only the first answer that somebody gave to a question, and the first choice.</li>
        <li>
          People are counted in fives. A sixth person changes nothing until there are ten; so what
          is shown never changes by one person’s answer.
        </li>
        <li>
          A cohort is shown as it stood when the first of its members started the module. Adding or
          removing somebody later changes nothing here.
        </li>
        <li>
          A cohort of twenty or more can be shown by itself, in fives too, with the rest of the
          school beside it: what lies between two figures is nobody, or at least five people.
        </li>
        <li>
          Shares are given in words. “Few or none” may be none, and “nearly all or all” may be all.
        </li>
        <li>
          People who have left are still counted. Answers are counted no more once they are deleted,
          after 24 months.
        </li>
      </ul>
    </Details>
  );
}
