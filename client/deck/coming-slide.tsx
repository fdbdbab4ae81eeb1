/** Stands in for a slide whose content is still being fetched. */

/** What is known of it already: its title. */
export function ComingSlide({ label, title }: { label: string; title: string }) {
  return (
    <section className="slide" aria-label={label} aria-busy="true">
      <div className="slide-body">
        <h1>{title}</h1>
        <p role="status">Fetching this slide…</p>
      </div>
    </section>
  );
}
