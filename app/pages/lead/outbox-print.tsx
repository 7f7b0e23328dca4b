import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { markHandedOver, openToHandOver } from '~/messages/outbox.server';
import { refuseFor } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { PostForm } from '~/ui/post-form';
import { PrintButton } from '~/ui/print-button';
import { title } from '~/ui/title';
import { LetterSheet } from './letter-sheet';

export const meta = () => title('To print or copy');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage people');
  const { attune } = args.context;
  const mail = attune.config.mail !== null;
  const letters = openToHandOver(attune, who.schoolId, mail).flatMap(
    ({ id, name, address, subject, text }) =>
      text === null ? [] : [{ id, name, address, subject, text }],
  );
  return { who: pageWho(who), letters };
}

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage people');
  const ids = form.getAll('message').map(String);
  try {
    markHandedOver(args.context.attune, actorOf(who, 'manage people'), ids);
  } catch (error) {
    return refuseFor(form, error);
  }
  return redirect(`/lead/outbox?done=handed-over&n=${ids.length}`, 303);
}

export default function ToHandOver() {
  const { who, letters } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section="lead"
      title="To print or copy"
      intro="Each prints on a sheet of its own. Links to join are for one person alone: please hand them over folded, or send them to that person only."
      back={{ to: '/lead/outbox', label: 'Outbox' }}
    >
      <ErrorSummary errors={answer?.errors} />
      {letters.length === 0 ? (
        <p>
          Nothing waits for your hands. <Link to="/lead/outbox">Back to the outbox</Link>
        </p>
      ) : (
        <>
          <p>
            <PrintButton>{`Print ${letters.length === 1 ? 'it' : `all ${letters.length}`}`}</PrintButton>
          </p>
          {letters.map((letter) => (
            <div key={letter.id} className="letter-and-more">
              <LetterSheet letter={letter} />
              <p className="no-print">
                <Link to={`/lead/outbox/${letter.id}`} prefetch="none">
                  Copy or send the one to {letter.name}
                </Link>
              </p>
            </div>
          ))}
          <PostForm who={who}>
            {letters.map(({ id }) => (
              <input key={id} type="hidden" name="message" value={id} />
            ))}
            <Button>
              {letters.length === 1
                ? 'I have handed it over'
                : `I have handed all ${letters.length} over`}
            </Button>
          </PostForm>
        </>
      )}
    </AppPage>
  );
}
