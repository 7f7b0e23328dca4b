import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { found, readForm, refuse, refuseFor } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { may } from '~/people/rights';
import { changeWithdrawalReasons } from '~/record/change-kinds';
import { londonDate } from '~/record/london-date';
import { changeHistory } from '~/school-changes/change-log.server';
import { lookAgain, withdrawChange } from '~/school-changes/record-change.server';
import { AppPage } from '~/ui/app-page';
import { Button, ButtonLink } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { DateField, Radios } from '~/ui/fields';
import { Notice } from '~/ui/notice';
import { Details, Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { ChangeAbout, ChangeHistory } from './changes-about';
import { dateOrNone } from './changes-form.server';
import { reasonInWords, withdrawalOptions } from './changes-in-words';
import { themesOf } from './themes';

export const meta = () => title('A change');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see the training record');
  const { db, course } = args.context.attune;
  const history = found(() => changeHistory(db, who.schoolId, args.params.change ?? ''));
  return {
    who: pageWho(who),
    history,
    themes: themesOf(course),
    mayRecord: may(who, 'record school changes'),
    done: new URL(args.request.url).searchParams.get('done'),
  };
}

const again = (today: string) => z.object({ reviewOn: dateOrNone(today) });
const off = z.object({ reason: z.enum(changeWithdrawalReasons, 'Choose why it comes off.') });

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'record school changes');
  const { attune } = args.context;
  const actor = actorOf(who, 'record school changes');
  const id = args.params.change ?? '';
  try {
    if (form.get('formId') === 'again') {
      const { value, answer } = readForm(form, again(londonDate(attune.now())));
      if (answer) return answer;
      lookAgain(attune, actor, id, value.reviewOn);
      return redirect(`/evidence/changes/${id}?done=again`, 303);
    }
    if (form.get('formId') === 'off') {
      const { value, answer } = readForm(form, off);
      if (answer) return answer;
      withdrawChange(attune, actor, id, value.reason);
      return redirect('/evidence/changes?done=withdrawn', 303);
    }
    return refuse(form, { '': ['Press one of the buttons on this page.'] });
  } catch (error) {
    return refuseFor(form, error);
  }
}

const saidDone: Record<string, string> = {
  recorded: 'It is on the log, and beside the line of the self-audit that it is about.',
  again: 'It stands that you looked at it again today.',
  corrected: 'What was entered before stays readable below, with the reason.',
};

export default function OneChange() {
  const { who, history, themes, mayRecord, done } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const [change] = history;
  const stands = change?.status === 'current';
  if (!change) return null;
  return (
    <AppPage
      who={who}
      section="evidence"
      width="reading"
      title="A change"
      back={{ to: '/evidence/changes', label: 'What the school changed' }}
      actions={
        mayRecord && stands ? (
          <ButtonLink to={`/evidence/changes/${change.changeId}/correct`}>Put it right</ButtonLink>
        ) : null
      }
    >
      <ErrorSummary errors={answer?.errors} />
      {done && saidDone[done] && !answer ? (
        <Notice kind="good" title="Recorded" focus live>
          <p>{saidDone[done]}</p>
        </Notice>
      ) : null}
      {stands ? null : (
        <Notice kind="care" title="Off the log">
          <p>It was taken off the log: {reasonInWords(change.reason ?? '')}.</p>
        </Notice>
      )}
      <ChangeAbout change={change} themes={themes} />
      {mayRecord && stands ? (
        <>
          <Panel title="You looked at it again today?" id="again">
            <PostForm who={who} noValidate>
              <input type="hidden" name="formId" value="again" />
              <DateField
                label="And the next time"
                name="reviewOn"
                hint="Leave it empty if no further look is planned."
                error={answer?.errors.reviewOn}
                defaultValue={answer?.values.reviewOn}
              />
              <Button variant="secondary">We looked at it again</Button>
            </PostForm>
          </Panel>
          <Details
            summary="It should not be on the log"
            open={answer?.errors.reason !== undefined}
            id="off"
          >
            <PostForm who={who} noValidate>
              <input type="hidden" name="formId" value="off" />
              <Radios
                legend="Why does it come off?"
                name="reason"
                options={withdrawalOptions}
                error={answer?.errors.reason}
                defaultValue={answer?.values.reason}
              />
              <Button variant="danger">Take it off the log</Button>
            </PostForm>
          </Details>
        </>
      ) : null}
      <ChangeHistory history={history} />
    </AppPage>
  );
}
