import { Link, type LinkProps } from '@remix-run/react';
import clsx from 'clsx';
import type { ButtonHTMLAttributes } from 'react';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: ButtonVariant;
}

/** A submit button unless `type` says otherwise. Never disabled while sending: that would drop the focus. */
export function Button({ variant = 'primary', type = 'submit', className, ...rest }: ButtonProps) {
  return (
    <button type={type} className={clsx('button', `button-${variant}`, className)} {...rest} />
  );
}

interface ButtonLinkProps extends LinkProps {
  variant?: ButtonVariant;
  prefetch?: 'none' | 'intent' | 'render' | 'viewport';
}

/** A link that looks like a button, for going somewhere; anything that changes something is a `<Button>` in a form. */
export function ButtonLink({
  variant = 'secondary',
  prefetch = 'none',
  className,
  ...rest
}: ButtonLinkProps) {
  return (
    <Link
      prefetch={prefetch}
      className={clsx('button', `button-${variant}`, className)}
      {...rest}
    />
  );
}
