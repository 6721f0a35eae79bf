import { type Text } from '@samenwerkt/engine';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';

export type Language = keyof Text;

/** The language asked for by `Accept-Language`; Dutch unless English is preferred. */
export function languageOf(request: Pick<FastifyRequest, 'headers'>): Language {
  const header = request.headers['accept-language'] ?? '';
  const wanted = header
    .split(',')
    .map(preference)
    .filter(({ quality }) => quality > 0);
  wanted.sort((a, b) => b.quality - a.quality);
  return wanted.find(({ language }) => language === 'nl' || language === 'en')?.language === 'en' ? 'en' : 'nl';
}

function preference(entry: string): { language: string; quality: number } {
  const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';');
  const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find((q) => q !== undefined);
  return { language: tag.split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) };
}

/** The language of the one who asks, as a handler's argument. */
export const InLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language =>
  languageOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
