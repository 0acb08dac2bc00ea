/** What the partial of a code to build sees beside what every question shows. */

export interface PcsBuildPartial {
  /** `Build the ICD-10-PCS code character by character.` */
  readonly instruction: string;
  /** Which edition the rows come from, or that they are not known. */
  readonly source: string;
  /** All seven. */
  readonly characters: readonly {
    /** 1 to 7, as text. */
    readonly number: string;
    readonly label: string;
    /** The character and its name where it is given; empty where it is asked for. */
    readonly given: string;
    readonly name: string;
  }[];
}
