/** What a character of an ICD-10-PCS code shows after grading. Types only. */

export interface CharacterNote {
  /** As marks of any part of an answer. */
  readonly kind: 'key' | 'chosen-wrong' | 'chosen-key' | 'missed-key';
  readonly text: string;
  /** Sentences in plain text. */
  readonly notes: readonly string[];
  /** The author's reason, as finished HTML; may be empty. */
  readonly whyHtml: string;
  /** Names and what the definitions say of them. */
  readonly definitions: readonly { readonly name: string; readonly text: string }[];
}
