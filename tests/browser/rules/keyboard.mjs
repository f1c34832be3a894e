// By keyboard alone: everything is reached, in the order of the source, and seen when it has focus.

/** More Tab stops than this are taken from the beginning: a list of a thousand links is a list of ten links again. */
const MOST_STOPS = 150;

/**
 * WCAG 2.2, 2.1.1, 2.1.2 and 2.4.3: Tab goes through all that can have focus in the order of the source, and is held
 * nowhere.
 */
export async function tabOrder(page) {
  const count = await page.evaluate((most) => {
    document.activeElement?.blur();
    scrollTo(0, 0);
    const stops = window.look.tabStops().slice(0, most);
    window.tabbed = [];
    window.tabStops = stops;
    // From here on the Tab key starts at the beginning of the page: where this was.
    window.tabStart?.remove();
    window.tabStart = document.createElement('span');
    window.tabStart.tabIndex = -1;
    document.body.prepend(window.tabStart);
    window.tabStart.focus();
    window.tabListener?.abort();
    window.tabListener = new AbortController();
    document.addEventListener('focusin', (event) => {
      if (event.target !== window.tabStart) window.tabbed.push(event.target);
    }, { signal: window.tabListener.signal });
    return stops.length;
  }, MOST_STOPS);
  await pressTab(page, count);
  return page.evaluate(() => {
    const { describe } = window.look;
    const { tabbed, tabStops } = window;
    window.tabStart.remove();
    const positive = [...document.querySelectorAll('[tabindex]')].filter((element) => element.tabIndex > 0);
    if (positive.length > 0) return positive.map((element) => `${describe(element)} has a positive tabindex`);
    for (const [index, expected] of tabStops.entries()) {
      const reached = tabbed[index];
      if (!reached) return [`Tab stops at ${index === 0 ? 'nothing' : describe(tabbed[index - 1])} and does not go on to ${describe(expected)}`];
      if (reached !== expected) return [`Tab ${index + 1} reaches ${describe(reached)}, and the source has ${describe(expected)} there`];
    }
    return [];
  });
}

/** Presses the Tab key many times. The browser keeps the order of keys, so none has to wait for the answer to the last. */
async function pressTab(page, times) {
  const session = await page.context().newCDPSession(page);
  const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
  const presses = Array.from({ length: times }, () => [
    session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...tab }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...tab }),
  ]);
  await Promise.all(presses.flat());
  await session.detach();
}

/**
 * WCAG 2.2, 2.4.7 and 2.4.11, and 1.4.11 for the colours: what has focus shows it by an outline of at least 2 px that
 * has 3 : 1 on the ground around it or on its own, and nothing lies over it. An outline is asked for because shadows
 * and grounds vanish in forced colours.
 */
export async function visibleFocus(page) {
  // After a key, focus that is set by script is shown as focus by keyboard is.
  await page.keyboard.press('Shift');
  return page.evaluate((most) => {
    const { describe, contrast, groundAround, rgba, tabStops } = window.look;
    const problems = [];
    for (const element of tabStops().slice(0, most)) {
      element.focus();
      if (document.activeElement !== element) {
        problems.push(`${describe(element)} does not take the focus`);
        continue;
      }
      const style = getComputedStyle(element);
      const width = parseFloat(style.outlineWidth);
      const ground = groundAround(element);
      const own = rgba(style.backgroundColor)[3] > 127 ? style.backgroundColor : ground;
      if (style.outlineStyle === 'none' || width < 2 || rgba(style.outlineColor)[3] < 128) {
        problems.push(`${describe(element)} has focus and no outline of 2 px`);
      } else if (Math.max(contrast(style.outlineColor, ground), contrast(style.outlineColor, own)) < 3) {
        problems.push(`${describe(element)} has a focus outline of less than 3 : 1 on its ground`);
      }
      const cover = coverOf(element);
      if (cover) problems.push(`${describe(element)} has focus and lies under ${describe(cover)}`);
    }
    document.activeElement.blur();
    return problems;

    /** What lies over every line of an element; nothing where one point of it is seen. */
    function coverOf(element) {
      let cover;
      for (const box of element.getClientRects()) {
        // The middle of what is in sight: a region may be higher than the screen.
        const middle = (Math.max(box.top, 0) + Math.min(box.bottom, window.innerHeight)) / 2;
        const points = [0.1, 0.5, 0.9].map((part) => [box.left + box.width * part, middle]);
        for (const [x, y] of points) {
          const top = document.elementFromPoint(x, y);
          if (top && (element.contains(top) || top.contains(element) || top.closest('label')?.control === element)) return undefined;
          cover ??= top;
        }
      }
      return cover ?? (element.getClientRects().length > 0 ? document.body : undefined);
    }
  }, MOST_STOPS);
}
