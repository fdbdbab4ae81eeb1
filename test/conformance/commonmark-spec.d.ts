/** The examples of the CommonMark specification; the package has no types of its own. */
declare module "commonmark-spec" {
  const spec: { tests: { markdown: string; html: string; section: string; number: number }[] };
  export default spec;
}
