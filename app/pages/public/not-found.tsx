import { data } from '@remix-run/node';
import { NotFound as NotFoundPage } from '~/ui/problem-page';
import { title } from '~/ui/title';

export const meta = () => title('There is no page here');

/** Whatever no other route takes, read or sent: 404, in words. */
export const loader = () => data(null, { status: 404 });
export const action = loader;

export default function NotFound() {
  return <NotFoundPage />;
}
