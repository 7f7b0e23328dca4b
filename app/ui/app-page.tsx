import { Form, Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { firstScreen, may, type Right, type SignedIn } from '~/people/rights';
import { NavWithin } from './nav-within';
import { PageHead, type PageHeadProps } from './page-head';
import { SkipLink } from './skip-link';
import { StillThere } from './still-there';
import { Wordmark } from './wordmark';

export type Section = 'learn' | 'lead' | 'evidence' | 'trust' | 'account';
type Who = Pick<SignedIn, 'name' | 'roles' | 'schoolName' | 'sharedDevice' | 'formTag'>;

interface Place {
  to: string;
  label: string;
  right: Right;
  /** Left out for whoever has this right, and so a wider place. */
  unless?: Right;
}

const opensTo = (who: Pick<Who, 'roles'>) => (place: Place) =>
  may(who, place.right) && !(place.unless && may(who, place.unless));

const places: (Place & { section: Section })[] = [
  { section: 'learn', to: '/learn', label: 'Learn', right: 'learn' },
  { section: 'lead', to: '/lead', label: 'Lead', right: 'manage cohorts' },
  {
    section: 'lead',
    to: '/lead/people',
    label: 'Staff list',
    right: 'keep the staff list',
    unless: 'manage cohorts',
  },
  { section: 'evidence', to: '/evidence', label: 'Evidence', right: 'see the training record' },
  { section: 'trust', to: '/trust', label: 'Trust', right: 'see the trust' },
  { section: 'account', to: '/account', label: 'You', right: 'learn' },
];

/** The main places that someone's roles open. */
export const placesOf = (who: Pick<Who, 'roles'>) => places.filter(opensTo(who));

const within: Record<Section, Place[]> = {
  learn: [],
  lead: [
    { to: '/lead/friday', label: 'This week', right: 'manage cohorts' },
    { to: '/lead', label: 'Overview', right: 'manage cohorts' },
    { to: '/lead/people', label: 'People', right: 'keep the staff list' },
    { to: '/lead/cohorts', label: 'Cohorts', right: 'manage cohorts' },
    { to: '/lead/assign', label: 'Assign', right: 'manage cohorts' },
    { to: '/lead/reminders', label: 'Reminders', right: 'manage cohorts' },
    { to: '/lead/sessions', label: 'Sessions', right: 'record sessions' },
    { to: '/lead/together', label: 'Together', right: 'manage cohorts' },
    { to: '/lead/modules', label: 'Modules', right: 'see module drafts' },
    { to: '/lead/reports', label: 'Reports', right: 'see module drafts' },
    { to: '/lead/settings', label: 'Settings', right: 'prepare the school' },
    { to: '/lead/before-you-start', label: 'Before you start', right: 'prepare the school' },
  ],
  evidence: [
    { to: '/evidence', label: 'Coverage', right: 'see the training record' },
    { to: '/evidence/summary', label: 'Summary', right: 'see the training record' },
    { to: '/evidence/record', label: 'The record', right: 'see the training record' },
    { to: '/evidence/changes', label: 'What changed', right: 'see the training record' },
    { to: '/evidence/impact', label: 'Impact', right: 'see the training record' },
    { to: '/evidence/frameworks', label: 'Frameworks', right: 'see the training record' },
    {
      to: '/evidence/designated-teacher',
      label: 'Designated teacher',
      right: 'see the training record',
    },
    { to: '/evidence/governors', label: 'Governors', right: 'export the training record' },
    { to: '/evidence/access', label: 'Who looked', right: 'export the training record' },
    { to: '/lead/settings', label: 'Settings', right: 'prepare the school' },
    { to: '/lead/before-you-start', label: 'Before you start', right: 'prepare the school' },
  ],
  trust: [
    { to: '/trust', label: 'Schools', right: 'see the trust' },
    { to: '/trust/pathway', label: 'Give a pathway', right: 'see the trust' },
    { to: '/trust/leads', label: 'Trust leads', right: 'see the trust' },
  ],
  account: [
    { to: '/account', label: 'Your account', right: 'learn' },
    { to: '/account/record', label: 'Your record', right: 'learn' },
    { to: '/account/words', label: 'Your words', right: 'learn' },
    { to: '/account/reminders', label: 'Reminders', right: 'learn' },
  ],
};

interface AppPageProps extends PageHeadProps {
  who: Who;
  section: Section;
  /** Left out, it is that of the section: tables need room, and what stands at the head keeps its place from tab to tab. */
  width?: 'reading' | 'wide';
  /** The address of this page, as in the navigation within its section, when it stands there. */
  here?: string;
  /** Leave out the row of links within the section, where a page should be read without them. */
  quiet?: boolean;
  children: ReactNode;
}

/** A whole page for someone signed in. */
export function AppPage({
  who,
  section,
  width = section === 'lead' || section === 'evidence' ? 'wide' : 'reading',
  here,
  quiet,
  children,
  ...head
}: AppPageProps) {
  const links = quiet ? [] : within[section].filter(opensTo(who));
  return (
    <div className={`page page-${width}`}>
      <SkipLink />
      <header className="site-header">
        <div className="site-header-row">
          <Link to={firstScreen(who)} prefetch="none" className="home-link">
            <Wordmark />
          </Link>
          <nav aria-label="Main">
            <ul className="nav">
              {placesOf(who).map((place) => (
                <li key={place.to}>
                  <Link
                    to={place.to}
                    prefetch="none"
                    aria-current={place.section === section || undefined}
                  >
                    {place.label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </div>
        {links.length > 1 ? (
          <NavWithin
            label={places.find((place) => place.section === section)?.label}
            links={links}
            here={here}
          />
        ) : null}
      </header>
      <main id="main" className="main">
        <PageHead {...head} />
        {children}
      </main>
      <footer className="site-footer">
        <div className="site-footer-row">
          <p>
            {who.name}, {who.schoolName}
          </p>
          <ul className="footer-links">
            <li>
              <Link to="/account#who-to-tell" prefetch="none">
                Who to tell
              </Link>
            </li>
            <li>
              <Link to="/guide/looking-after-yourself" prefetch="none">
                Looking after yourself
              </Link>
            </li>
            <li>
              <Link to="/privacy" prefetch="none">
                Who sees what
              </Link>
            </li>
            <li>
              <Link to="/accessibility" prefetch="none">
                Accessibility
              </Link>
            </li>
            <li>
              {/* A whole new document, so that nothing of this person stays in the tab. */}
              <Form method="post" action="/sign-out" reloadDocument>
                <input type="hidden" name="formTag" value={who.formTag} />
                <button type="submit" className="link-button">
                  Sign out
                </button>
              </Form>
            </li>
          </ul>
        </div>
      </footer>
      {who.sharedDevice ? <StillThere formTag={who.formTag} /> : null}
    </div>
  );
}
