/** The front file of what the deck does with a slide's text. */
export { type Body, type BodyContext, type BodyLink, compileBody } from "./body.ts";
export { BodyCache } from "./body-cache.ts";
export { collectDefinitions, type Definitions } from "./definitions.ts";
export { readPicture } from "./picture.ts";
export { plainText } from "./plain-text.ts";
