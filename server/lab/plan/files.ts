/** A file, folder or link that a node finds in its writable places when it starts. */
export type LabFile =
  | { path: string; kind: "file"; content: string | Uint8Array; mode?: number }
  | { path: string; kind: "link"; target: string }
  | { path: string; kind: "folder"; mode?: number };
