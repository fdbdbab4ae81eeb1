/** A slide's background properties as a style. */

const names = ["background-image", "background-color", "background-size", "background-position"] as const;

type BackgroundStyle = Partial<
  Record<"backgroundImage" | "backgroundColor" | "backgroundSize" | "backgroundPosition", string>
>;

/** Takes remark's four background properties and leaves all others. */
export function backgroundStyle(properties: Record<string, string>): BackgroundStyle | undefined {
  const set = names.filter((name) => properties[name]);
  if (set.length === 0) return undefined;
  return Object.fromEntries(set.map((name) => [camelCase(name), properties[name]]));
}

function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
