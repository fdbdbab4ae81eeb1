/** The sheet room's front file: what opens over the page. None of it is in the first load. */
export { type KeyEntry, KeyList } from "./key-list.tsx";
export { Sheet } from "./sheet.tsx";
