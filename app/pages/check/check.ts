import { Unfit } from '~/record/verify/unfit';
import { verifyFile } from '~/record/verify/verify-file';

/** What somebody asks to be checked, with what they have from elsewhere; empty where they have nothing. */
export interface Asked {
  file: Blob;
  key: string;
  since: string;
  /** A file with an older checkpoint, compared as well as what was typed. */
  older: Blob | null;
}

export interface Answer {
  verdict: 'fits' | 'does not fit' | 'not checked';
  fits: string[];
  misfits: string[];
  unproved: string[];
  /** A checkpoint was given that could not be compared: nobody is to take what fits for an answer about it. */
  uncompared?: boolean;
}

const always = [
  'Whether the clock of the school’s computer was right.',
  'Who held the phone: that the people named did the training themselves.',
];

/** Runs the check and says what came of it; never throws. `tell` hears each step. */
export async function check(asked: Asked, tell: (step: string) => void): Promise<Answer> {
  try {
    const given = {
      key: asked.key.trim() || undefined,
      since: asked.since.trim() || undefined,
      older: asked.older ? await bytesOf(asked.older) : undefined,
    };
    const { fits, unproved, uncompared } = verifyFile(await bytesOf(asked.file), given, tell);
    return { verdict: 'fits', fits, misfits: [], unproved: [...unproved, ...always], uncompared };
  } catch (error) {
    return error instanceof Unfit ? unfit(error) : failed;
  }
}

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

function unfit({ message, checked }: Unfit): Answer {
  if (!checked) return { verdict: 'not checked', fits: [], misfits: [message], unproved: [] };
  return {
    verdict: 'does not fit',
    fits: [],
    misfits: [message],
    unproved: [
      'Whether somebody altered it, or it was damaged on its way. Ask the school for the file again, and check that one.',
      'Whether anything else in it holds: checking ends at the first thing that does not fit.',
    ],
  };
}

export const failed: Answer = {
  verdict: 'not checked',
  fits: [],
  misfits: [
    'This browser could not finish. The file may be too large for it, or was moved while it was read.',
    'Try again with other pages closed, or on a computer with more memory. Whoever looks after a copy of Attune can run the same check as npm run verify-record -- FILE.',
  ],
  unproved: [],
};
