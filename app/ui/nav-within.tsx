import { Link } from '@remix-run/react';

interface NavWithinProps {
  /** What the section is called. */
  label: string | undefined;
  links: { to: string; label: string }[];
  here: string | undefined;
}

/** More would stand four deep on a phone, before the page begins. */
const mostOnPhone = 6;

/**
 * The pages of a section. Many of them are a row where there is room, and on a phone they fold up behind the name of the
 * page one is on. They stand in the page twice, one of them not displayed, since no style sheet folds a row up.
 */
export function NavWithin({ label, links, here }: NavWithinProps) {
  const fold = links.length > mostOnPhone;
  const at = links.find(({ to }) => to === here)?.label;
  return (
    <>
      <nav aria-label={label} className={fold ? 'nav-within only-wide' : 'nav-within'}>
        <Links links={links} here={here} />
      </nav>
      {fold ? (
        <nav aria-label={label} className="nav-within only-narrow">
          <details key={here} className="nav-fold">
            <summary>
              {label}: {at ?? 'all pages'}
            </summary>
            <Links links={links} here={here} />
          </details>
        </nav>
      ) : null}
    </>
  );
}

function Links({ links, here }: Pick<NavWithinProps, 'links' | 'here'>) {
  return (
    <ul className="nav">
      {links.map(({ to, label }) => (
        <li key={to}>
          <Link to={to} prefetch="none" aria-current={to === here ? 'page' : undefined}>
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
