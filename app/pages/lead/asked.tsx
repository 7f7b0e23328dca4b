import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import {
  askedOrExempt,
  exempt,
  exemptionReasons,
  takeBackExemption,
} from '~/cohorts/exemptions.server';
import { civilDateInWords } from '~/course/said';
import { noteDaily } from '~/pages/evidence/note-access.server';
import { found, readForm, refuseFor } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { capitalised } from '~/people/staff-details';
import { readStaffMember } from '~/people/staff-list.server';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { Details, Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';

export const meta = () => title('What they are asked');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage cohorts');
  const { attune } = args.context;
  const { id, name } = found(() =>
    readStaffMember(attune.db, who.schoolId, args.params.person ?? ''),
  );
  noteDaily(args, who, 'opened the page of what one person is asked for', [id]);
  return {
    who: pageWho(who),
    member: { id, name },
    asked: askedOrExempt(attune.db, who.schoolId, id).map((one) => ({
      ...one,
      title: attune.course.module(one.module)?.title ?? one.module,
    })),
    reasons: [...exemptionReasons],
    done: new URL(args.request.url).searchParams.get('done'),
  };
}

/** Each module has a form of its own, whose field has its own name: an id must not stand twice on a page. */
const reasonOf = (assignmentId: string) => `reason.${assignmentId}`;
const reason = z.enum(exemptionReasons, 'Choose a reason.');

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage cohorts');
  const { attune } = args.context;
  const actor = actorOf(who, 'manage cohorts');
  const personId = args.params.person ?? '';
  const saved = (done: string) => redirect(`/lead/people/${personId}/asked?done=${done}`, 303);
  try {
    if (form.get('formId') === 'again') {
      takeBackExemption(attune, actor, { personId, assignmentId: String(form.get('assignment')) });
      return saved('again');
    }
    const assignmentId = String(form.get('assignment'));
    const { value, answer } = readForm(form, z.object({ [reasonOf(assignmentId)]: reason }));
    if (answer) return answer;
    exempt(attune, actor, {
      personId,
      assignmentId,
      reason: reason.parse(Object.values(value)[0]),
    });
    return saved('exempt');
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function AskedOfPerson() {
  const { who, member, asked, reasons, done } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section="lead"
      title={`What ${member.name} is asked`}
      intro="Through the cohorts they are in. You can exempt them from one module; the record keeps the reason from the list, and no other words. For time away there is leave, which moves their dates."
      back={{ to: `/lead/people/${member.id}`, label: member.name }}
    >
      <ErrorSummary errors={answer?.errors} />
      {done && !answer ? (
        <Notice kind="good" title="Saved" focus live>
          <p>
            {done === 'again'
              ? 'They are asked again, from today.'
              : 'They are exempt, and it is off their first screen.'}
          </p>
        </Notice>
      ) : null}
      {asked.length === 0 ? <p>Nothing just now.</p> : null}
      {asked.map(({ assignmentId, title: module, cohort, dueOn, reason }) => (
        <Panel key={assignmentId} title={module}>
          <p>
            {cohort}. {dueOn ? `Due ${civilDateInWords(dueOn)}.` : null}
            {reason ? `Exempt: ${reason}.` : null}
          </p>
          {reason ? (
            <PostForm who={who}>
              <input type="hidden" name="formId" value="again" />
              <input type="hidden" name="assignment" value={assignmentId} />
              <Button variant="secondary">Ask them again{of(module)}</Button>
            </PostForm>
          ) : (
            <Details
              summary={<>Exempt them{of(module)}</>}
              open={answer?.values.assignment === assignmentId}
            >
              <PostForm who={who} noValidate>
                <input type="hidden" name="formId" value="exempt" />
                <input type="hidden" name="assignment" value={assignmentId} />
                <Radios
                  legend="Why"
                  name={reasonOf(assignmentId)}
                  required
                  error={answer?.errors[reasonOf(assignmentId)]}
                  options={reasons.map((one) => ({ value: one, label: capitalised(one) }))}
                />
                <Button variant="secondary">Yes, exempt them{of(module)}</Button>
              </PostForm>
            </Details>
          )}
        </Panel>
      ))}
    </AppPage>
  );
}

/** For those who hear the page: which module it is about. */
const of = (module: string) => <span className="visually-hidden">: {module}</span>;
