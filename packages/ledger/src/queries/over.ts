/** Phase of a partnership that is over: nothing more is asked of it. */
export const OVER = 'afgesloten';
