import { Form, type FormProps, useFormAction, useNavigation } from '@remix-run/react';
import { type FormEvent, useContext, useEffect, useRef, useState } from 'react';
import type { SignedIn } from '~/people/rights';
import { Notice } from './notice';
import { PageMemory } from './page-memory';

interface PostFormProps extends Omit<FormProps, 'method'> {
  /** Whose form it is; null on pages for anyone. */
  who: Pick<SignedIn, 'formTag'> | null;
  /** Empty the form once what it sent has been accepted. */
  reset?: boolean;
}

/**
 * A form that changes something. It says whose it is, is sent once however often the button is pressed, keeps what was
 * typed when the connection is gone, and is a plain form with JavaScript off.
 */
export function PostForm({ who, reset, children, onSubmit, action, ...rest }: PostFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const sending = useRef(false);
  const memory = useContext(PageMemory);
  const navigation = useNavigation();
  const target = useFormAction(typeof action === 'string' ? action : undefined);
  const [offline, setOffline] = useState(false);
  const idle = navigation.state === 'idle';

  useEffect(() => {
    if (!idle) return;
    if (sending.current && reset) form.current?.reset();
    sending.current = false;
  }, [idle, reset]);

  function submit(event: FormEvent<HTMLFormElement>) {
    setOffline(!navigator.onLine);
    if (sending.current || !navigator.onLine) {
      event.preventDefault();
      return;
    }
    onSubmit?.(event);
    if (event.defaultPrevented) return;
    sending.current = true;
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (memory)
      memory.submission = { action: target, form: new FormData(event.currentTarget, submitter) };
  }

  return (
    <Form
      {...rest}
      ref={form}
      method="post"
      action={action}
      onSubmit={submit}
      aria-busy={(!idle && sending.current) || undefined}
    >
      {who ? <input type="hidden" name="formTag" value={who.formTag} /> : null}
      {children}
      {offline ? (
        <Notice kind="care" live title="No connection just now">
          <p>Nothing was sent, and everything you typed is still here. Please try again.</p>
        </Notice>
      ) : null}
    </Form>
  );
}
