import { type Reason } from '@samenwerkt/engine';
import { type Language } from '../http/language.js';

/** A reason in one language, for people and screens. */
export function presentReason(reason: Reason, language: Language) {
  const { title, message, remedy, parameters, ...rest } = reason;
  return {
    ...rest,
    title: title[language],
    message: message[language],
    remedy: remedy[language],
    parameters: parameters.map((parameter) => ({ ...parameter, title: parameter.title[language] })),
  };
}
