import { useLoaderData } from '@remix-run/react';

export const loader = () => ({ words: 'A page with a loader and nothing else.' });

export default function Page() {
  return <p>{useLoaderData<typeof loader>().words}</p>;
}
