interface Text {
  readonly nl: string;
  readonly en: string;
}

/** A text that is not a date of the calendar, or not written as `yyyy-mm-dd`. */
export class DateInvalid extends Error {
  readonly code = 'date-invalid';
  readonly text: Text;

  constructor(readonly given: string) {
    const text = {
      nl: `'${given}' is geen bestaande datum; schrijf een datum als jjjj-mm-dd, bijvoorbeeld 2026-02-28.`,
      en: `'${given}' is not an existing date; write a date as yyyy-mm-dd, for example 2026-02-28.`,
    };
    super(text.en);
    this.name = 'DateInvalid';
    this.text = text;
  }
}

/** A text that is not a moment in UTC such as `2026-02-28T09:30:00.000Z`. */
export class InstantInvalid extends Error {
  readonly code = 'instant-invalid';
  readonly text: Text;

  constructor(readonly given: string) {
    const text = {
      nl: `'${given}' is geen moment in UTC; schrijf het als 2026-02-28T09:30:00.000Z.`,
      en: `'${given}' is not a moment in UTC; write it as 2026-02-28T09:30:00.000Z.`,
    };
    super(text.en);
    this.name = 'InstantInvalid';
    this.text = text;
  }
}

/** A text that is not a time of day such as `09:00`. */
export class TimeInvalid extends Error {
  readonly code = 'time-invalid';
  readonly text: Text;

  constructor(readonly given: string) {
    const text = {
      nl: `'${given}' is geen tijd; schrijf uren en minuten als 09:00.`,
      en: `'${given}' is not a time of day; write hours and minutes as 09:00.`,
    };
    super(text.en);
    this.name = 'TimeInvalid';
    this.text = text;
  }
}
