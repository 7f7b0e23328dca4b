/**
 * Remix options. The Vite plugin does not read this file by itself, so `vite.config.ts` passes it on.
 * Every v3 flag is on, so that moving to React Router 7 is mechanical (docs/decisions/0001).
 *
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
const config = {
  appDirectory: 'app',
  buildDirectory: 'build',
  serverModuleFormat: 'esm',
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
};
export default config;
