import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { whoIsHere } from '~/people/guard.server';
import { firstScreen } from '~/people/rights';
import { hasSchool } from '~/people/setup.server';
import { ButtonLink } from '~/ui/button';
import { PublicPage } from '~/ui/public-page';
import { title } from '~/ui/title';

export const meta = () => title('Attune');

export async function loader(args: LoaderFunctionArgs) {
  const who = await whoIsHere(args);
  if (who) throw redirect(firstScreen(who), 303);
  return { ready: hasSchool(args.context.attune.db) };
}

export default function Home() {
  const { ready } = useLoaderData<typeof loader>();
  return (
    <PublicPage
      title="Training for the adults children lean on"
      intro="Attune is staff training for attachment-aware schools: short modules that fit a break, about what helps a child feel safe enough to learn."
      actions={
        ready ? (
          <ButtonLink to="/sign-in" variant="primary">
            Sign in
          </ButtonLink>
        ) : (
          <ButtonLink to="/setup" variant="primary">
            Set up Attune for your school
          </ButtonLink>
        )
      }
    >
      <div className="prose">
        <h2>How it works</h2>
        <ul>
          <li>Read a few calm pages, try a situation from a school day, and see what follows.</li>
          <li>Go wrong and put it right. Nothing is timed, and nobody sees your score.</li>
          <li>Finish with a certificate and one thing to try this week.</li>
        </ul>
        <h2>New here?</h2>
        <p>
          Your attachment lead gives you a link or a printed slip with a code.{' '}
          <a href="/join">Use your code here.</a>
        </p>
      </div>
    </PublicPage>
  );
}
