import { existsSync } from 'node:fs';

/** `npm test` finds or installs a Chromium and hands it over; run alone, the usual places are tried. */
export function findChromium(): string {
  const places = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
  ];
  const found = places.find((file) => file && existsSync(file));
  if (!found) throw new Error('No Chromium: run "npm test", or set CHROMIUM_PATH.');
  return found;
}
