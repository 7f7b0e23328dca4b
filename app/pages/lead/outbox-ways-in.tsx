import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { mailWaysIn, notJoined, openWaysIn } from '~/messages/ways-in.server';
import { refuseFor } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { listStaff } from '~/people/staff-list.server';
import { addressChanges } from '~/record/address-changes.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Checkboxes } from '~/ui/fields';
import { Notice } from '~/ui/notice';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { changeInWords } from './address-in-words';

export const meta = () => title('Links to join');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage people');
  const { attune } = args.context;
  const { mail, print } = notJoined(listStaff(attune.db, who.schoolId), londonDate(attune.now()));
  const changes = addressChanges(attune.db, who.schoolId);
  const open = openWaysIn(attune.db, who.schoolId, attune.now());
  return {
    who: pageWho(who),
    mail: mail.map(({ id, name, email }) => {
      const until = open.get(id);
      const change = changes.get(id);
      const about = [
        email,
        change ? changeInWords(change) : null,
        until === undefined ? null : `has a link until ${civilDateInWords(londonDate(until))}`,
      ];
      return {
        ...{ id, name, email },
        about: about.filter((words) => words !== null).join(', '),
        ticked: until === undefined && change === undefined,
      };
    }),
    print: print.map(({ id, name }) => ({ id, name })),
    hasServer: attune.config.mail !== null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage people');
  const recipients = form.getAll('person').map((id) => {
    const address = form.get(`address ${id}`);
    return { personId: String(id), address: typeof address === 'string' ? address : null };
  });
  try {
    const n = mailWaysIn(args.context.attune, actorOf(who, 'manage people'), {
      recipients,
      schoolName: who.schoolName,
    });
    return redirect(`/lead/outbox?done=ways-in&n=${n}`, 303);
  } catch (error) {
    return refuseFor(form, error);
  }
}

/** An address that somebody changed meanwhile is why the form may come back, so the page shows it as it is now. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionStatus,
  defaultShouldRevalidate,
}) => actionStatus === 409 || defaultShouldRevalidate;

export default function WaysIn() {
  const { who, mail, print, hasServer } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section="lead"
      title="Links to join"
      intro="A link lets one person choose a password, once, within 14 days. A new link ends the one before."
      back={{ to: '/lead/people', label: 'People' }}
    >
      <ErrorSummary errors={answer?.errors} />
      {hasServer ? null : (
        <Notice kind="info" title="No mail server is set">
          <p>The links wait in the outbox for you to print, or to copy into e-mails of your own.</p>
        </Notice>
      )}
      {mail.length === 0 ? (
        <p>Everyone with an e-mail address has joined.</p>
      ) : (
        <PostForm who={who}>
          {mail.map(({ id, email }) => (
            <input key={id} type="hidden" name={`address ${id}`} value={email ?? ''} />
          ))}
          <Checkboxes
            legend={
              mail.length === 1
                ? 'One person with an e-mail address has not joined'
                : `${mail.length} people with an e-mail address have not joined`
            }
            name="person"
            hint="Not ticked are those who have an open link already, and those whose address was changed: whoever reads a link can sign in with it, so look at the address first."
            error={answer?.errors.person}
            options={mail.map(({ id, name, about }) => ({ value: id, label: name, hint: about }))}
            defaultValue={mail.filter(({ ticked }) => ticked).map(({ id }) => id)}
          />
          <Button>{hasServer ? 'E-mail each a link' : 'Write each a link'}</Button>
        </PostForm>
      )}
      {print.length > 0 ? (
        <Panel title="Without an e-mail address">
          <p>
            Give these a printed slip: <Link to="/lead/joined?show=no-way-in">print slips</Link>.
          </p>
          <ul>
            {print.map(({ id, name }) => (
              <li key={id}>
                <Link to={`/lead/people/${id}`} prefetch="none">
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </AppPage>
  );
}
