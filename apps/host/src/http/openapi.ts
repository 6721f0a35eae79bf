import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { type FastifyInstance } from 'fastify';
import { AUDIT_SCHEMAS } from './audit-schemas.js';
import { DATA_SUBJECT_SCHEMAS } from './data-subject-schemas.js';
import { EVIDENCE_SCHEMAS } from './evidence-schemas.js';
import { PACK_SCHEMAS } from './pack-schemas.js';
import { CHECK_IN_SCHEMAS } from './check-in-schemas.js';
import { PEOPLE_SCHEMAS } from './people-schemas.js';
import { PRIVACY_SCHEMAS } from './privacy-schemas.js';
import { REMINDER_SCHEMAS } from './reminder-schemas.js';
import { SCHEMAS } from './schemas.js';
import { WHAT_IF_SCHEMAS } from './what-if-schemas.js';

/** Semantic version of the API; its first number stands in the path. */
export const API_VERSION = '1.0.0';

const PROBLEM = {
  description: 'Probleem volgens RFC 9457: `type` is stabiel, `detail` Nederlands of Engels naar Accept-Language',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object' as const,
        required: ['type', 'title', 'status', 'detail'],
        properties: {
          type: { type: 'string' as const, example: 'urn:samenwerkt:problem:not-allowed' },
          title: { type: 'string' as const },
          status: { type: 'integer' as const },
          detail: { type: 'string' as const },
          errors: {
            type: 'array' as const,
            items: {
              type: 'object' as const,
              properties: {
                path: { type: 'string' as const },
                code: { type: 'string' as const },
                detail: { type: 'string' as const },
              },
            },
          },
          reasons: { type: 'array' as const, items: { type: 'object' as const } },
        },
      },
    },
  },
};

/** Any route can say it. */
const TOO_MANY = {
  description: 'Te veel verzoeken kort na elkaar van dit account of dit netwerkadres; er is niets uitgevoerd',
  headers: { 'Retry-After': { description: 'Seconden om te wachten', schema: { type: 'integer' as const } } },
  content: PROBLEM.content,
};

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Serves the OpenAPI 3.1 document at `<base>/openapi.json`. */
export function serveOpenApi(app: NestFastifyApplication, basePath: string): void {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Samenwerkt')
    .setDescription('Werkstroommotor voor partnerschappen met social return')
    .setVersion(API_VERSION)
    .setLicense('EUPL-1.2', 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12')
    .setContact('Samenwerkt', 'https://samenwerkt.example', 'samenwerkt@example.org')
    .addServer('/')
    .addCookieAuth('samenwerkt-sessie', { type: 'apiKey', in: 'cookie' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'token')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  document.components = {
    ...document.components,
    schemas: {
      ...document.components?.schemas,
      ...(SCHEMAS as object),
      ...(PACK_SCHEMAS as object),
      ...(WHAT_IF_SCHEMAS as object),
      ...(CHECK_IN_SCHEMAS as object),
      ...(REMINDER_SCHEMAS as object),
      ...(DATA_SUBJECT_SCHEMAS as object),
      ...(PRIVACY_SCHEMAS as object),
      ...(EVIDENCE_SCHEMAS as object),
      ...(PEOPLE_SCHEMAS as object),
      ...(AUDIT_SCHEMAS as object),
    },
  };
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (!operation) continue;
      operation.responses = { '429': TOO_MANY, ...operation.responses, default: PROBLEM };
      // Whoever may ask what stands in x-action; what has none is open to everybody.
      operation.security = 'x-action' in operation ? [{ session: [] }, { token: [] }] : [];
    }
  }
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.get(`/${basePath}/openapi.json`, (_request, reply) => reply.send(document));
}
