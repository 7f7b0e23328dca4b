import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { markHandedOver, openMessage, putAside, sendAgain } from '~/messages/outbox.server';
import { instantInWords, kindInWords, standingOf } from '~/messages/said';
import { found, refuse, refuseFor } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { DefinitionList } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { LetterSheet } from './letter-sheet';
import { StandingStatus } from './standing-status';

export const meta = () => title('A message');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage people');
  const { attune } = args.context;
  const one = found(() => openMessage(attune, who.schoolId, args.params.message ?? ''));
  const mail = attune.config.mail !== null;
  return {
    who: pageWho(who),
    letter: {
      id: one.id,
      name: one.name,
      address: one.address,
      subject: one.subject,
      text: one.text,
    },
    kind: kindInWords[one.kind],
    written: instantInWords(one.writtenAt),
    standing: standingOf(one, { mail, now: attune.now().getTime() }),
    canSend: mail && one.address !== null,
    state: one.state,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage people');
  const { attune } = args.context;
  const actor = actorOf(who, 'manage people');
  const id = args.params.message ?? '';
  try {
    switch (form.get('intent')) {
      case 'again':
        sendAgain(attune, actor, id);
        return redirect('/lead/outbox?done=again', 303);
      case 'handed-over':
        markHandedOver(attune, actor, [id]);
        return redirect('/lead/outbox?done=handed-over&n=1', 303);
      case 'aside':
        putAside(attune, actor, id);
        return redirect('/lead/outbox?done=aside', 303);
      default:
        return refuse(form, { '': ['Press one of the buttons on this page.'] });
    }
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function Message() {
  const { who, letter, kind, written, standing, canSend, state } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const open = state === 'waiting' || state === 'refused' || state === 'may have arrived';
  return (
    <AppPage
      who={who}
      section="lead"
      kicker={kind}
      title={`To ${letter.name}`}
      back={{ to: '/lead/outbox', label: 'Outbox' }}
    >
      <ErrorSummary errors={answer?.errors} />
      <DefinitionList
        items={[
          {
            term: 'Where it stands',
            children: <StandingStatus standing={standing} />,
          },
          ...(standing.todo ? [{ term: 'What to do', children: standing.todo }] : []),
          { term: 'To', children: letter.address ?? 'No e-mail address on the staff list' },
          { term: 'Written', children: written },
        ]}
      />
      {letter.text === null ? (
        <p>
          Its text is no longer kept: a link with which somebody joins is a secret, and is deleted
          as soon as it has gone.
        </p>
      ) : (
        <LetterSheet letter={{ ...letter, text: letter.text }} tools={open} />
      )}
      {open ? (
        <PostForm who={who} className="form-row">
          {canSend && state !== 'waiting' && letter.text !== null ? (
            <Button name="intent" value="again">
              Send it again
            </Button>
          ) : null}
          {letter.text !== null ? (
            <Button
              name="intent"
              value="handed-over"
              variant={standing.byHand ? 'primary' : 'secondary'}
            >
              I have handed it over
            </Button>
          ) : null}
          <Button name="intent" value="aside" variant="quiet">
            {state === 'waiting' ? 'Do not send it' : 'Let it rest'}
          </Button>
        </PostForm>
      ) : null}
    </AppPage>
  );
}
