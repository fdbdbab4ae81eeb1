/** The headers of every answer: deck and page share an origin with a root shell. */

/** For `style-src`: xterm.js writes style elements of its own. `dev` lets Vite's client in. */
export function securityHeaders(host: string, dev = false): Record<string, string> {
  const script = dev ? "script-src 'self' 'unsafe-inline'" : "script-src 'self'";
  return {
    "content-security-policy": [
      "default-src 'none'",
      script,
      "style-src 'self' 'unsafe-inline'",
      "font-src 'self'",
      "img-src 'self' data:",
      `connect-src 'self' ws://${host}`,
      "manifest-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
  };
}
