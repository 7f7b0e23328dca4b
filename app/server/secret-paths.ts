/** Codes and links that open something stand in these addresses. */
const secretPaths = /^\/(join|code|verify|setup|governors)\/[^/]+/;

/** An address as it may be logged: without what would open something. */
export const withoutSecrets = (path: string): string => path.replace(secretPaths, '/$1/…');
