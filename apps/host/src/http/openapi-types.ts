import { type ApiPropertyOptions } from '@nestjs/swagger';

/** A JSON Schema as the OpenAPI decorators take it. */
export type SchemaObject = ApiPropertyOptions & Record<string, unknown>;
