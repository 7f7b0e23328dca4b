import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { pageWho, requirePerson } from '~/people/guard.server';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { TextField } from '~/ui/fields';
import { Details } from '~/ui/panel';
import { PrintButton } from '~/ui/print-button';
import { Prose, ProseInline } from '~/ui/prose';
import slideStyles from '~/ui/slides.css?url';
import { title } from '~/ui/title';
import { slidesOf } from './before-you-start.server';
import { fillSlides } from './slide-blanks';

export const meta = () => title('Slides for staff');

/** Only here, so that no other page has to bring it. */
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: slideStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'prepare the school');
  const typed = Object.fromEntries(new URL(args.request.url).searchParams);
  return { who: pageWho(who), typed, ...fillSlides(slidesOf(args.context.attune, who), typed) };
}

export default function Slides() {
  const { who, slides, blanks, typed } = useLoaderData<typeof loader>();
  return (
    <AppPage
      who={who}
      section="lead"
      quiet
      title="Slides for staff"
      intro="One to a screen, and one to a sheet when printed. Fill in what only you know; what you leave empty is a line to write on."
      back={{ to: '/lead/before-you-start', label: 'Before you start' }}
      actions={<PrintButton>Print the slides</PrintButton>}
    >
      {blanks.length > 0 ? (
        <Details summary="Fill in the slides" open={Object.keys(typed).length === 0}>
          <Form method="get" className="no-print">
            {blanks.map(({ name, slide, words }) => (
              <TextField
                key={name}
                name={name}
                label={`Slide ${slide}: ${words}`}
                defaultValue={typed[name]}
                maxLength={100}
                autoComplete="off"
              />
            ))}
            <Button variant="secondary">Put them on the slides</Button>
            <p className="hint">Nothing is kept: they stay in this page’s address.</p>
          </Form>
        </Details>
      ) : null}
      {slides.map((slide, n) => (
        <section key={slide.title} className="slide" id={`slide-${n + 1}`} tabIndex={-1}>
          <h2>
            <ProseInline html={slide.title} />
          </h2>
          <Prose html={slide.html} />
          <p className="slide-foot">
            {n + 1} of {slides.length}
            {n + 1 < slides.length ? <a href={`#slide-${n + 2}`}>Next</a> : null}
          </p>
        </section>
      ))}
      {slides.length === 0 ? <p>There are no slides in the content folder.</p> : null}
    </AppPage>
  );
}
