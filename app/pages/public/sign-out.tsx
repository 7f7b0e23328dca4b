import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageWho, whoIsHere } from '~/people/guard.server';
import { endSession } from '~/people/session.server';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/post-form';
import { PublicPage } from '~/ui/public-page';
import { title } from '~/ui/title';

export const meta = () => title('Sign out');

export async function loader(args: LoaderFunctionArgs) {
  const who = await whoIsHere(args);
  if (!who) throw redirect('/sign-in', 303);
  return { who: pageWho(who) };
}

/** Signs out whoever is signed in, also from a page that someone else left open: that is the safe way round. */
export async function action({ request, context }: ActionFunctionArgs) {
  await endSession(context.attune, request.headers.get('Cookie'));
  return redirect('/sign-in?out=1', 303);
}

export default function SignOut() {
  const { who } = useLoaderData<typeof loader>();
  return (
    <PublicPage title="Sign out" intro={`${who.name} is signed in on this device.`} width="form">
      <PostForm who={who}>
        <Button>Sign out</Button>
      </PostForm>
    </PublicPage>
  );
}
