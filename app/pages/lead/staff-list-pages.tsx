import { ButtonLink } from '~/ui/button';

interface PagesProps {
  page: number;
  pages: number;
  /** Of the address, with its `&`, before the page. */
  query?: string;
}

export function StaffListPages({ page, pages, query = '' }: PagesProps) {
  if (pages < 2) return null;
  const to = (n: number) => `?${query}page=${n}`;
  return (
    <nav aria-label="Pages of rows" className="form-row">
      {page > 1 ? <ButtonLink to={to(page - 1)}>Earlier rows</ButtonLink> : null}
      <p>
        Page {page} of {pages}
      </p>
      {page < pages ? <ButtonLink to={to(page + 1)}>Later rows</ButtonLink> : null}
    </nav>
  );
}
