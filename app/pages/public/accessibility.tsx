import { PublicPage } from '~/ui/public-page';
import { title } from '~/ui/title';

export const meta = () => title('Accessibility');

export default function Accessibility() {
  return (
    <PublicPage
      title="Accessibility"
      intro="Attune is for everyone who works in a school. This page says what we aim for, how we check it, and what we do not know."
    >
      <div className="prose">
        <h2>What we aim for</h2>
        <p>
          Level AA of the Web Content Accessibility Guidelines 2.2, on every page. In practice you
          should be able to:
        </p>
        <ul>
          <li>use every page with a keyboard alone, and always see where you are</li>
          <li>listen to every page with a screen reader, in an order that makes sense</li>
          <li>
            enlarge the text to 400%, or use a narrow phone, without scrolling sideways to read
          </li>
          <li>choose light or dark, or colours of your own, in your device’s settings</li>
          <li>take as long as you like: no quiz is timed, and nothing has to be dragged</li>
          <li>turn JavaScript off and still do everything</li>
          <li>print what you would rather read on paper</li>
        </ul>
        <p>
          On a shared computer Attune clears the screen after 15 minutes without a sign of you, so
          that the next person does not see your work. It asks first, a minute before. If you need
          longer, sign in and say that the device is your own.
        </p>

        <h2>How it is checked</h2>
        <p>Each time Attune is changed, automated tests:</p>
        <ul>
          <li>open its pages in a real browser and look for known faults with axe</li>
          <li>go through the main tasks with JavaScript on, and a whole module with it off</li>
          <li>compute the contrast of every pair of colours in use, in light and in dark</li>
          <li>check that every field has a label and that every message is tied to its field</li>
        </ul>
        <p>
          Automated tests find some faults and not others. Attune has <strong>not</strong> been
          audited by an outside assessor, and it has not yet been tried out with people who use
          screen readers, magnifiers or voice control every day. So we claim an aim, not
          conformance.
        </p>

        <h2>What we know is not ideal</h2>
        <ul>
          <li>
            The lead’s grid of people and modules is long. On a small screen each person is a card
            of their own, one below the other, so that with many staff there is much to scroll past.
          </li>
          <li>
            Dates are picked with your browser’s own date field, which some screen readers read out
            at length.
          </li>
          <li>
            With JavaScript off, the screen of a shared computer clears after 15 minutes without
            asking first.
          </li>
          <li>
            There is no spoken version of the pages yet. Your device’s own read-aloud works on them.
          </li>
        </ul>

        <h2>Tell us</h2>
        <p>
          If something gets in your way, or you need a module in another form, tell your attachment
          lead or your headteacher. They can print any module whole for you. If you work in England
          and the answer does not help, the{' '}
          <a href="https://www.equalityadvisoryservice.com/">
            Equality Advisory and Support Service
          </a>{' '}
          can advise you.
        </p>
      </div>
    </PublicPage>
  );
}
