import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageWho, requirePerson } from '~/people/guard.server';
import { AppPage } from '~/ui/app-page';
import { PrintButton } from '~/ui/print-button';
import { Prose, ProseInline } from '~/ui/prose';
import { title } from '~/ui/title';
import { slidesOf } from './before-you-start.server';

export const meta = () => title('Slides for staff');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'prepare the school');
  return { who: pageWho(who), slides: slidesOf(args.context.attune, who) };
}

export default function Slides() {
  const { who, slides } = useLoaderData<typeof loader>();
  return (
    <AppPage
      who={who}
      section="lead"
      width="wide"
      quiet
      title="Slides for staff"
      intro="One to a screen, and one to a sheet when printed. What stands in square brackets is yours to say aloud, or to fill in by hand."
      back={{ to: '/lead/before-you-start', label: 'Before you start' }}
      actions={<PrintButton>Print the slides</PrintButton>}
    >
      {slides.map((slide, n) => (
        <section key={slide.title} className="slide" id={`slide-${n + 1}`} tabIndex={-1}>
          <h2>
            <ProseInline html={slide.title} />
          </h2>
          <Prose html={slide.html} />
          <p className="slide-foot">
            {n + 1} of {slides.length}
            {n + 1 < slides.length ? (
              <a className="no-print" href={`#slide-${n + 2}`}>
                Next
              </a>
            ) : null}
          </p>
        </section>
      ))}
      {slides.length === 0 ? <p>There are no slides in the content folder.</p> : null}
    </AppPage>
  );
}
