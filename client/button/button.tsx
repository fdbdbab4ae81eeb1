/** A button beside the slides. */
import type { ComponentProps } from "react";

/** What else a button may have is the HTML element's own. */
interface ButtonProps extends Omit<ComponentProps<"button">, "name" | "type" | "onClick"> {
  /** What it is called, for those who hear it and for those who point at it. */
  name: string;
  onPress(): void;
}

/** Pressed by the mouse it leaves the focus where it was, so that Space goes on through the slides. */
export function Button({ name, onPress, ...others }: ButtonProps) {
  return (
    <button
      type="button"
      aria-label={name}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      {...others}
    />
  );
}
