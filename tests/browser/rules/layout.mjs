// Layout: what is there can be hit, read and followed, whatever a reader does to size and space.

import { findOverflow } from '../overflow.mjs';

/** WCAG 2.2, 1.4.10: nothing scrolls sideways but named regions. On paper nothing scrolls at all. */
export async function reflow(page, { scrollRegions = true } = {}) {
  const { width } = page.viewportSize();
  return page.evaluate(findOverflow, { width, scrollRegions });
}

/** WCAG 2.2, 1.4.4: text at 200 %, as a reader sets it in the browser's own settings, loses nothing. */
export async function largeText(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  const problems = [...(await reflow(page)), ...(await page.evaluate(findClippedText))];
  await session.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
  await session.detach();
  return problems;
}

/** WCAG 2.2, 1.4.12: a reader's own spacing of text loses nothing. */
export async function textSpacing(page) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });
  const problems = [...(await reflow(page)), ...(await page.evaluate(findClippedText))];
  await page.evaluate(() => { document.adoptedStyleSheets = []; });
  return problems;
}

/** Runs inside a page: text that is higher than the box that cuts it off. */
function findClippedText() {
  const { describe, isSeen, isSqueezed } = window.look;
  return [...document.body.querySelectorAll('*')]
    .filter((element) => ['hidden', 'clip'].includes(getComputedStyle(element).overflowY))
    .filter((element) => element.scrollHeight > element.clientHeight + 2 && element.textContent.trim() !== '')
    .filter((element) => !element.closest('svg') && isSeen(element) && !isSqueezed(element))
    .map((element) => `${describe(element)} cuts off its text: ${element.scrollHeight} px of it in ${element.clientHeight} px`);
}

/**
 * WCAG 2.2, 2.5.8: what can be hit is at least 24 × 24 CSS px, or has so much room that a circle of 24 px around its
 * middle meets no other target. A link inside a sentence is excepted, and so is a control that the browser draws.
 */
export async function targetSize(page) {
  return page.evaluate(() => {
    const { describe, isSeen, isSqueezed } = window.look;
    const SMALLEST = 24;
    const targets = [...document.querySelectorAll('a[href], button, input:not([type="hidden"]), select, textarea, summary, [role="button"], [onclick]')]
      .filter((element) => isSeen(element) && !isSqueezed(element))
      .flatMap((element) => {
        const boxes = [...element.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
        return boxes.length > 0 ? [{ element, box: largest(boxes) }] : [];
      });
    const small = targets.filter(({ box }) => box.width < SMALLEST - 0.5 || box.height < SMALLEST - 0.5);
    return small
      .filter(({ element }) => !isInSentence(element))
      .filter((target) => targets.some((other) => other !== target && !contains(target, other) && isNear(target, other)))
      .map(({ element, box }) => `${describe(element)} is ${Math.round(box.width)} × ${Math.round(box.height)} px, and another target is near`);

    function largest(boxes) {
      return boxes.reduce((best, box) => (box.width * box.height > best.width * best.height ? box : best));
    }
    function contains(one, other) {
      return one.element.contains(other.element) || other.element.contains(one.element);
    }
    function isInSentence(element) {
      if (getComputedStyle(element).display !== 'inline') return false;
      const own = element.textContent.trim().length;
      let block = element.parentElement;
      while (getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
      return block.textContent.replace(/\s+/g, ' ').trim().length > own + 1;
    }
    function isNear(target, other) {
      const middle = { x: target.box.left + target.box.width / 2, y: target.box.top + target.box.height / 2 };
      const isSmall = small.includes(other);
      const x = isSmall ? other.box.left + other.box.width / 2 : Math.min(Math.max(middle.x, other.box.left), other.box.right);
      const y = isSmall ? other.box.top + other.box.height / 2 : Math.min(Math.max(middle.y, other.box.top), other.box.bottom);
      return Math.hypot(middle.x - x, middle.y - y) < (isSmall ? SMALLEST : SMALLEST / 2) - 0.5;
    }
  });
}

/** WCAG 2.2, 1.4.1: a link in the middle of a text is shown as one by more than its colour: by a line below it. */
export async function linksInText(page) {
  return page.evaluate(() => {
    const { describe, isSeen, isSqueezed } = window.look;
    const hasLine = (element) => {
      const { textDecorationLine, borderBlockEndStyle } = getComputedStyle(element);
      return textDecorationLine.includes('underline') || borderBlockEndStyle !== 'none';
    };
    const isInSentence = (element) => {
      const own = [...element.parentElement.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
      return /\p{L}{2,} .*\p{L}{2,}/u.test(own.map((node) => node.textContent).join(' '));
    };
    return [...document.querySelectorAll('main a[href]')]
      .filter((link) => isSeen(link) && !isSqueezed(link) && getComputedStyle(link).display === 'inline' && isInSentence(link))
      .filter((link) => !hasLine(link) && ![...link.querySelectorAll('*')].some(hasLine))
      .map((link) => `${describe(link)} stands in a text and only its colour shows that it is a link`);
  });
}

/**
 * WCAG 2.2, 1.3.2 and 2.4.3: neighbours in the source are neighbours on the screen, in the same order: the later one
 * is neither above the earlier one nor in front of it on the same line. The top of the next column is no "above".
 */
export async function readingOrder(page) {
  return page.evaluate(() => {
    const { describe, isSeen, isSqueezed } = window.look;
    const problems = [];
    const isRightToLeft = document.documentElement.dir === 'rtl';
    for (const parent of [document.body, ...document.body.querySelectorAll(':not(svg, svg *)')]) {
      const children = [...parent.children].filter((child) => isPlaced(child));
      for (const [index, later] of children.entries()) {
        const earlier = children[index - 1];
        if (!earlier) continue;
        const a = earlier.getBoundingClientRect();
        const b = later.getBoundingClientRect();
        const isInFront = isRightToLeft ? b.left >= a.right - 1 : b.right <= a.left + 1;
        const isBehind = isRightToLeft ? b.right <= a.left + 1 : b.left >= a.right - 1;
        const isAbove = b.bottom <= a.top + 1;
        const sharesLine = b.top < a.bottom - 1 && a.top < b.bottom - 1;
        if (isAbove && !isBehind) problems.push(`${describe(later)} is above ${describe(earlier)}, which the source has before it`);
        if (sharesLine && isInFront) problems.push(`${describe(later)} is in front of ${describe(earlier)}, which the source has before it`);
      }
    }
    return problems;

    function isPlaced(element) {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const isText = style.display === 'inline' || style.display === 'contents';
      return !isText && box.width > 1 && box.height > 1 && isSeen(element) && !isSqueezed(element);
    }
  });
}
