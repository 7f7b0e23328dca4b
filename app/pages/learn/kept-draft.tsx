import { Button } from '~/ui/button';
import { DraftKeeper } from '~/ui/draft-keeper';

/** What was typed in a form and not sent yet. */
export interface Kept {
  fields: Record<string, string>;
  /** ISO instant. */
  savedAt: string;
}

interface KeptDraftProps {
  /** The form's draft key: its path, `#` and its form id. */
  formKey: string;
  kept: Kept | undefined;
  /** What the form has saved: once it changes, the words in the boxes are no draft any more. */
  saved?: unknown;
}

/** Keeps a form's words as one types; with JavaScript off, by its own button. */
export function KeptDraft({ formKey, kept, saved }: KeptDraftProps) {
  return (
    <>
      <input type="hidden" name="formId" value={formKey.slice(formKey.indexOf('#') + 1)} />
      <DraftKeeper key={JSON.stringify(saved)} formKey={formKey} savedAt={kept?.savedAt} />
    </>
  );
}

/** Only where nothing is kept by itself: with JavaScript off. */
export function SaveForLater() {
  return (
    <noscript>
      <Button variant="quiet" name="later" value="yes">
        Save for later
      </Button>
    </noscript>
  );
}
