/** How many cases a property test tries: `RUNS=N` in place of the usual number. */
export const runs = (usual: number): number => Number(process.env.RUNS ?? usual);
