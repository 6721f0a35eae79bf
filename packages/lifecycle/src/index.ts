export { canonicalJson } from './canonical-json.js';
export { EventUnknown, LifecycleUnknown, PositionUnreadable } from './errors.js';
export { eventSchema } from './event-schema.js';
export { lifecycle, lifecycles } from './lifecycles.js';
export { sampleData } from './samples.js';
export type {
  ChartNode,
  ChartTransition,
  EventInfo,
  Field,
  JsonSchema,
  Keeps,
  Lifecycle,
  LifecycleDefinition,
  Position,
  Role,
  Sets,
  Source,
  StateInfo,
  StepRecord,
  Text,
  When,
} from './model.js';
