/** Property tests try the same cases in each run, so that a run can be trusted; `SEED=N RUNS=M npm test -- test/deck` tries others, and more. */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_261_123) });
