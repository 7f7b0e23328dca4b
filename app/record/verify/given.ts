/** What whoever verifies has from elsewhere. */
export interface Given {
  /** A verifier key (`name+id+base64`) or a fingerprint as printed on a summary, or both. */
  key?: string;
  /** Text of an older checkpoint: a signed note, or its three lines as printed. */
  since?: string;
  /** A file with an older checkpoint, or an older export, which carries one. Compared as well as `since`. */
  older?: Uint8Array;
}
