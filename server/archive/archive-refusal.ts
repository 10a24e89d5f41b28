/** Why an archive is not read any further; names nobody. */
export class ArchiveRefusal extends Error {
  constructor(message: string, options?: { cause: unknown }) {
    super(message, options);
    this.name = "ArchiveRefusal";
  }
}
