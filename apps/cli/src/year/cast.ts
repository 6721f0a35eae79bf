/** Something besides conversations that a partnership goes through. */
export interface Turn {
  /** Day after the first day of the story. */
  readonly day: number;
  readonly act:
    'opschorten' | 'hervatten' | 'beeindigen' | 'coordinatorOverdragen' | 'contractVerlengen' | 'maandelijks';
}

/** A partnership in the story, and how those who work on it behave. Nobody in it exists. */
export interface Member {
  /** Reference of its contract in the register of the demo. */
  readonly kenmerk: string;
  readonly coordinator: string;
  readonly backup: string;
  /**
   * Days after the last day for a conversation on which it is held, negative for before: first, second, and so on, then
   * from the first again. More than 7 and the back-up hears of it, more than 21 and the contractmanager does.
   */
  readonly holds: readonly number[];
  readonly turns: readonly Turn[];
}

/** Those of Merwedam: most in time, two late, one very late, and five to whom something happens. */
export const CAST: readonly Member[] = [
  { kenmerk: 'MWD-2024-001', ...by('Schoonmaak', 'Facilitair'), holds: [-9, -6], turns: [] },
  { kenmerk: 'MWD-2024-003', ...by('Catering', 'Facilitair'), holds: [-3, 0, -5], turns: [] },
  { kenmerk: 'MWD-2024-004', ...by('Beveiliging', 'Facilitair'), holds: [12, -4], turns: [] },
  { kenmerk: 'MWD-2024-005', ...by('Groen Noord', 'Groen Zuid'), holds: [-7], turns: [] },
  { kenmerk: 'MWD-2024-006', ...by('Groen Zuid', 'Groen Noord'), holds: [26, -2], turns: [] },
  {
    kenmerk: 'MWD-2024-007',
    ...by('Gebouwen', 'Techniek'),
    holds: [-8],
    turns: [
      { day: 105, act: 'opschorten' },
      { day: 210, act: 'hervatten' },
    ],
  },
  { kenmerk: 'MWD-2024-008', ...by('Techniek', 'Gebouwen'), holds: [9, -5], turns: [] },
  {
    kenmerk: 'MWD-2024-010',
    ...by('Vervoer', 'Afval'),
    holds: [-4],
    turns: [{ day: 140, act: 'coordinatorOverdragen' }],
  },
  { kenmerk: 'MWD-2024-011', ...by('Afval', 'Vervoer'), holds: [-6], turns: [{ day: 96, act: 'maandelijks' }] },
  { kenmerk: 'MWD-2024-015', ...by('Drukwerk', 'Post'), holds: [-5], turns: [{ day: 75, act: 'contractVerlengen' }] },
  {
    kenmerk: 'MWD-2025-004',
    ...by('Evenementen', 'Beveiliging'),
    holds: [-10],
    turns: [{ day: 223, act: 'beeindigen' }],
  },
  { kenmerk: 'MWD-2025-010', ...by('Post', 'Drukwerk'), holds: [-2, -12], turns: [] },
];

function by(field: string, other: string): Pick<Member, 'coordinator' | 'backup'> {
  return { coordinator: `Coördinator ${field}`, backup: `Coördinator ${other}` };
}
