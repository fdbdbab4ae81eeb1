/** The rules' front file. */
export { type LabUser, type Lease, type LeaseTerms, leaseAt, leaseEndText, leaseTerms } from "./lease.ts";
export { type Limits, parseLimits } from "./parse-limits.ts";
export { LabRefused } from "./refusal.ts";
export { type RuledEngine, ruled } from "./ruled.ts";
