/** What labs may use and how long they may live, with what is taken where nobody says otherwise. */

const KiB = 1024;
const MiB = 1024 * KiB;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** What one node of a lab may use; the lab's internet counts as a node. */
export interface NodeLimits {
  /** Processes and threads. */
  processes: number;
  /** Memory with the file systems in it; swap does not add to it. */
  memoryBytes: number;
  /** Processor cores, as a share of time: 0.5 is half of one. */
  cpus: number;
  /** Room in all writable file systems together. */
  diskBytes: number;
  /** Files in all writable file systems together. */
  inodes: number;
  /** Open files of a process. */
  openFiles: number;
  /** Nested namespaces of each kind, on one node. */
  namespaces: number;
}

/** How many labs there may be, and how long each may live. */
export interface LabRules {
  /** Labs of this server at once. */
  labs: number;
  /** Labs of one seat at once. */
  labsPerSeat: number;
  /** Labs made in any minute. */
  labsPerMinute: number;
  /** A reader's lab ends after this long without a key pressed or a byte printed. */
  readerIdleMs: number;
  /** The same for a presenter's. */
  presenterIdleMs: number;
  /** A lab ends after this long, whatever it does. */
  lifetimeMs: number;
  /** Before either end its user is warned this long. */
  warningMs: number;
}

export const defaultNodeLimits: NodeLimits = {
  processes: 512,
  memoryBytes: 384 * MiB,
  cpus: 1,
  diskBytes: 256 * MiB,
  inodes: 32 * KiB,
  openFiles: 4096,
  namespaces: 64,
};

export const defaultLabRules: LabRules = {
  labs: 64,
  labsPerSeat: 2,
  labsPerMinute: 60,
  readerIdleMs: 15 * minuteMs,
  presenterIdleMs: 4 * hourMs,
  lifetimeMs: 12 * hourMs,
  warningMs: minuteMs,
};
