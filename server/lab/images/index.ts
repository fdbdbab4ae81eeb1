/** The front file of the labs' container images and of what Podman needs to run them. */
export { podmanPrograms } from "./podman-programs.ts";
