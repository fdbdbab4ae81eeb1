/**
 * Components that are fetched when they are first needed, or before that.
 * Not React.lazy: Suspense holds what has come back for 300 ms once its fallback was shown, and the first prompt with it.
 */
import { type ComponentType, useEffect, useState } from "react";

/** A component's code, which is fetched once; a fetch that failed is tried again with the next use. */
export class Fetched<Props extends object> {
  component: ComponentType<Props> | null = null;
  private readonly load: () => Promise<ComponentType<Props>>;

  constructor(load: () => Promise<ComponentType<Props>>) {
    this.load = load;
  }

  async fetch(): Promise<void> {
    this.component ??= await this.load();
  }
}

/** Shows what was fetched at once, else nothing until it is there; a failure goes to the nearest error boundary. */
export function OnDemand<Props extends object>({ code, props }: { code: Fetched<Props>; props: Props }) {
  const [failure, setFailure] = useState<unknown>(null);
  const [isThere, setIsThere] = useState(code.component !== null);
  useEffect(() => {
    let isOver = false;
    if (!isThere) {
      code.fetch().then(
        () => isOver || setIsThere(true),
        (cause: unknown) =>
          isOver || setFailure(cause ?? new Error("a part of the page could not be fetched")),
      );
    }
    return () => {
      isOver = true;
    };
  }, [code, isThere]);
  if (failure !== null) throw failure;
  return code.component ? <code.component {...props} /> : null;
}
