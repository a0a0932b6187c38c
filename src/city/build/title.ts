/** A name in the languages of the product. */
export interface Title {
  readonly zh: string;
  readonly en: string;
  readonly de?: string;
}
