import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { civilDateInWords } from '~/course/said';
import { countSince } from '~/learning/together/count-since.server';
import { putDown } from '~/learning/together/put-down.server';
import { dropTogether, moveTogether } from '~/learning/together/sessions.server';
import { countShown } from '~/learning/together/showing.server';
import { takeOff } from '~/learning/together/take-off.server';
import { noteDaily } from '~/pages/evidence/note-access.server';
import { found, readForm, refuse, refuseFor } from '~/pages/form-answer.server';
import { TakeOff } from '~/pages/sessions/attendees';
import { TickPeople } from '~/pages/sessions/tick-people';
import { tickedOf, withTicks } from '~/pages/sessions/ticked';
import { dateField } from '~/pages/typed-fields.server';
import { useAnswer } from '~/pages/use-answer';
import { type Actor, actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { londonDate } from '~/record/london-date';
import { withdrawalReasons } from '~/record/vocabulary';
import { AppPage } from '~/ui/app-page';
import { Button, ButtonLink } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { DateField } from '~/ui/fields';
import { Notice } from '~/ui/notice';
import { Details, Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { sessionPage } from './together-session.server';
import { WhatWasShown } from './together-shown';
import { WhoIsDown } from './together-there';
import { doneInWords } from './together-words';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  title(data ? `${data.module}, together` : 'Together');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage cohorts');
  const query = new URL(args.request.url).searchParams;
  const id = args.params.session ?? '';
  const page = found(() => sessionPage(args.context.attune, who.schoolId, id, query));
  // What it would mean for whoever could be put down tells how far they are.
  const people = [
    ...page.attendances.map(({ personId }) => personId),
    ...page.tick.people.map((one) => one.id),
    ...page.tick.soFar.map((one) => one.id),
  ];
  noteDaily(args, who, 'opened the list of who did a module together', [...new Set(people)]);
  return {
    who: pageWho(who),
    ...page,
    done: doneInWords(
      query.get('done'),
      Math.trunc(Number(query.get('n'))) || 0,
      Math.trunc(Number(query.get('m'))) || 0,
    ),
  };
}

const off = z.object({ reason: z.enum(withdrawalReasons, 'Choose why they come off.') });
const day = (today: string) => z.object({ heldOn: dateField('Choose the day.', today) });

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage cohorts');
  try {
    return answer(args, actorOf(who, 'manage cohorts'), form);
  } catch (error) {
    return refuseFor(form, error);
  }
}

function answer({ params, context: { attune } }: ActionFunctionArgs, actor: Actor, form: FormData) {
  const id = params.session ?? '';
  const here = (done: string, n = 0, m = 0) =>
    redirect(`/lead/together/${id}?done=${done}&n=${n}&m=${m}`, 303);
  // What is ticked under "What counts" is sent with whatever is pressed beside it, and counts as it is ticked.
  const keepShown = () =>
    countShown(attune, actor, id, {
      offered: form.getAll('offered').map(String),
      ticked: form.getAll('page').map(String),
    });
  switch (form.get('formId')) {
    case 'shown':
      keepShown();
      return redirect(`/lead/together/${id}?${withTicks(form, { done: 'shown' })}`, 303);
    case 'look':
      keepShown();
      return redirect(`/lead/together/${id}?${withTicks(form, {})}#there`, 303);
    case 'all':
      keepShown();
      return redirect(`/lead/together/${id}?${withTicks(form, { tick: 'all' })}#there`, 303);
    case 'none':
      keepShown();
      return redirect(
        `/lead/together/${id}?${withTicks(form, {}, form.getAll('kept').map(String))}#there`,
        303,
      );
    case 'there': {
      keepShown();
      const { counted, nothing } = putDown(attune, actor, id, tickedOf(form));
      return here('there', counted, nothing);
    }
    case 'since':
      keepShown();
      return here('since', countSince(attune, actor, id));
    case 'off': {
      const { value, answer: refused } = readForm(form, off);
      if (refused) return refused;
      const people = form.getAll('mistaken').map(String);
      const { takenOff, withdrawn } = takeOff(attune, actor, id, people, value.reason);
      return here('off', takenOff, withdrawn);
    }
    case 'day': {
      const { value, answer: refused } = readForm(form, day(londonDate(attune.now())));
      if (refused) return refused;
      moveTogether(attune, actor, id, value.heldOn);
      return here('moved');
    }
    case 'drop':
      dropTogether(attune, actor, id);
      return redirect('/lead/together?done=dropped', 303);
    default:
      return refuse(form, { '': ['Press one of the buttons on this page.'] });
  }
}

/** The form that says who was there; what counts is sent with it, and stands above. */
const thereForm = 'who-was-there';

export default function TogetherSessionPage() {
  const page = useLoaderData<typeof loader>();
  const { who, id, module, heldOn, leader, cohort, toShow, pages, settled, tick, done } = page;
  const refused = useAnswer<typeof action>();
  const errors = refused?.errors;
  const present = page.attendances.filter(({ takenOff }) => !takenOff);
  return (
    <AppPage
      who={who}
      section="lead"
      here="/lead/together"
      title={module}
      intro={`On ${civilDateInWords(heldOn)}, led by ${leader}, for ${cohort ?? 'the whole staff'}.`}
      back={{ to: '/lead/together', label: 'Together' }}
      actions={
        <ButtonLink
          variant={pages.length === 0 ? 'primary' : 'secondary'}
          to={`/lead/together/${id}/show${toShow ? `/${toShow.id}` : ''}`}
        >
          {toShow ? `On to the screen: ${toShow.title}` : 'On to the screen'}
        </ButtonLink>
      }
    >
      <ErrorSummary errors={errors} />
      {done && !refused ? (
        <Notice kind="good" title={done.title} focus live>
          <p>{done.text}</p>
        </Notice>
      ) : null}
      <WhatWasShown pages={pages} since={page.since} form={thereForm} />
      {page.attendances.length > 0 ? (
        <WhoIsDown attendances={page.attendances} heldOn={heldOn} />
      ) : null}
      {present.length > 0 ? (
        <p>
          The quiz is each person’s own, on a phone or a computer. For whoever has neither to hand,
          print{' '}
          <Link to={`/lead/quiz-codes?module=${page.slug}&from=together:${id}`} prefetch="none">
            a code for a shared computer
          </Link>
          ; for whoever would rather not use one,{' '}
          <Link to={`/lead/quiz-on-paper?module=${page.slug}&from=together:${id}`} prefetch="none">
            print it on paper
          </Link>
          .
        </p>
      ) : null}
      {present.length > 0 ? (
        <TakeOff who={who} present={present} errors={errors}>
          <p>
            What counted for them because of this session counts no more. What is their own stays. A
            completion that rested on it is withdrawn, and they go on with what is left; whoever
            started with it and has done nothing since, has not started after all.
          </p>
        </TakeOff>
      ) : null}
      <Panel title={present.length > 0 ? 'Who else was there?' : 'Who was there?'} id="there">
        {page.toCome ? (
          <p>Say so once it has taken place, from {civilDateInWords(heldOn)}.</p>
        ) : page.counting === 0 ? (
          <p>
            {pages.length === 0
              ? 'First show something: what counts is what was on the screen.'
              : 'First tick above what is to count, and keep it.'}
          </p>
        ) : (
          <p>
            Tick people when you have finished showing: what is shown after that counts for them
            only once you say so here. For each of those you tick, what counts above is done:
            together, on {civilDateInWords(heldOn)}, led by {leader}. It goes on their record with
            today as the day it was entered, and can be put right. Whoever has not started, starts
            with it. What is left is then each person’s own: the quiz, one thing to try, and
            whatever was not shown.
          </p>
        )}
        <PostForm who={who} id={thereForm} noValidate>
          {page.toCome || page.counting === 0 ? null : (
            <TickPeople tick={tick} error={errors?.people} />
          )}
        </PostForm>
      </Panel>
      {settled ? null : (
        <Details summary="Another day, or not at all" open={errors?.heldOn !== undefined}>
          <PostForm who={who} noValidate>
            <input type="hidden" name="formId" value="day" />
            <DateField
              label="It is on"
              name="heldOn"
              defaultValue={refused?.values.heldOn ?? heldOn}
              error={errors?.heldOn}
            />
            <Button variant="secondary">Keep this day</Button>
          </PostForm>
          {page.attendances.length === 0 ? (
            <PostForm who={who}>
              <input type="hidden" name="formId" value="drop" />
              <Button variant="quiet">Put this session aside</Button>
              <p className="hint">
                Nobody is on the record for it, so nothing is lost but the list above.
              </p>
            </PostForm>
          ) : null}
        </Details>
      )}
    </AppPage>
  );
}
