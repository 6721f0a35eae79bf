import { SaxesParser } from 'saxes';
import { WorkbookRefused } from './workbook-refused.js';

/** What is heard while a part of a workbook is read. Names come without their prefix: programs choose those freely. */
interface Heard {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads XML that anybody may have made, from start to end. No entities but the five of XML itself.
 * @throws WorkbookRefused when it is no UTF-8, no XML, or has a document type
 */
export function hear(bytes: Uint8Array, heard: Heard): void {
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw new WorkbookRefused();
  });
  parser.on('error', () => {
    throw new WorkbookRefused();
  });
  const { open, close, text } = heard;
  if (open) parser.on('opentag', ({ name, attributes }) => open(plain(name), attributes));
  if (close) parser.on('closetag', ({ name }) => close(plain(name)));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  parser.write(textOf(bytes)).close();
}

function plain(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function textOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new WorkbookRefused();
  }
}
