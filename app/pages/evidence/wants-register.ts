/** `?register=yes`: the summary with everybody's name in an annex. Nothing else asks for it. */
export const wantsRegister = (request: Request): boolean =>
  new URL(request.url).searchParams.get('register') === 'yes';
