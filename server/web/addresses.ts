/** Which Host and Origin headers belong to this server: the guard against DNS rebinding and foreign pages. */

const loopback = ["127.0.0.1", "localhost", "[::1]"];

export interface Addresses {
  /** The server's own URL, without a path. */
  readonly url: string;
  /** Whether a Host header names this server. */
  isOwnHost(host: string | undefined): boolean;
  /** Whether an Origin header is this server's, scheme and port included, and the same host as the request's. */
  isOwnOrigin(origin: string | undefined, host: string | undefined): boolean;
}

/** For a server that listens on `host` and `port`. */
export function ownAddresses(host: string, port: number): Addresses {
  const name = host.includes(":") ? `[${host}]` : host;
  const names = isLoopback(host) ? loopback : [name, ...loopback];
  const hosts = new Set(names.map((each) => `${each}:${port}`.toLowerCase()));
  if (port === 80) for (const each of names) hosts.add(each);
  const isOwnHost = (value: string | undefined) => value !== undefined && hosts.has(value.toLowerCase());
  return {
    url: `http://${name}:${port}`,
    isOwnHost,
    isOwnOrigin: (origin, value) =>
      isOwnHost(value) && origin?.toLowerCase() === `http://${value?.toLowerCase()}`,
  };
}

/** Whether an address can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
