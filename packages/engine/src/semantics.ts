/**
 * Number of the engine's rules of behaviour, recorded with every event. It is raised when the same event would fold
 * into another snapshot than before; `apply` must then still fold older numbers as they were.
 *
 * 1: first version.
 * 2: a series also keeps how far it reaches, and that of conversations the agreements that are open.
 */
export const ENGINE_SEMANTICS = 2;

/** Version of the engine that packs name in their `engine` range. */
export const ENGINE_VERSION = '0.1.0';
