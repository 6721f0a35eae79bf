/** A setting in the environment cannot be used; the text says which, and what would do. */
export class SettingInvalid extends Error {
  readonly code = 'setting-invalid';

  constructor(name: string, value: string, nl: string, en: string) {
    super(`${name}=${value}: ${nl}\n${name}=${value}: ${en}`);
    this.name = 'SettingInvalid';
  }
}
