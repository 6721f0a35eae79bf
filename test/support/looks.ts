import { type Page } from 'playwright-core';

/**
 * What a page can be asked about how it looks and is walked through. Each runs in the page: it is written as text, because
 * tests know no document.
 */
const ASKED = {
  /** How much everything moved while it came; what somebody caused does not count. */
  shift: `new Promise((resolve) => {
    let sum = 0;
    const watch = (list) => { for (const one of list) if (!one.hadRecentInput) sum += one.value; };
    const observer = new PerformanceObserver((list) => watch(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => { watch(observer.takeRecords()); observer.disconnect(); resolve(sum); }, 30);
  })`,
  /** Pixels by which the page is wider than the window. */
  sticksOut: `document.documentElement.scrollWidth - document.documentElement.clientWidth`,
  /** What moves, or would when it changes. */
  moving: `[
    ...document.getAnimations().map(() => 'an animation runs'),
    ...[...document.querySelectorAll('*')].flatMap((element) => {
      const { transitionDuration, animationName } = getComputedStyle(element);
      const isStill = transitionDuration.split(', ').every((time) => time === '0s') && animationName === 'none';
      return isStill ? [] : [element.outerHTML.slice(0, 120)];
    }),
  ]`,
  /** What is on paper and has no use there, and what does not fit on it. */
  printed: `(() => {
    const isShown = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
    const useless = [...document.querySelectorAll('nav, header, button, input[type=file], [role=search], .nl-skip-link')]
      .filter(isShown)
      .map((element) => 'printed: ' + element.outerHTML.slice(0, 120));
    const wide = [...document.querySelectorAll('main *')]
      .filter((element) => isShown(element) && getComputedStyle(element).clipPath === 'none' && element.scrollWidth > element.clientWidth + 1)
      .filter((element) => !['visible', 'clip'].includes(getComputedStyle(element).overflowX))
      .map((element) => 'cut off: ' + element.outerHTML.slice(0, 120));
    const out = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return [...useless, ...wide, ...(out > 0 ? [out + ' px wider than the paper'] : [])];
  })()`,
  /** Where somebody comes with the keyboard and does not see it. */
  unseenFocus: `(() => {
    const stops = 'a[href], button, input, select, textarea, summary, iframe, [tabindex]';
    const unseen = [];
    for (const stop of document.querySelectorAll(stops)) {
      if (stop.disabled || stop.tabIndex < 0 || stop.getClientRects().length === 0) continue;
      if (stop.tabIndex > 0) unseen.push('out of order: ' + stop.outerHTML.slice(0, 120));
      stop.focus();
      if (document.activeElement !== stop || stop.tagName === 'IFRAME') continue;
      const { outlineStyle, outlineWidth } = getComputedStyle(stop);
      if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) unseen.push(stop.outerHTML.slice(0, 120));
    }
    return unseen;
  })()`,
  /** Text of where the focus is. */
  focus: `document.activeElement?.textContent ?? ''`,
} as const;

/** The answer of the page as it is now. */
export function looked<T>(page: Page, question: keyof typeof ASKED): Promise<T> {
  return page.evaluate<T>(ASKED[question]);
}
