// Does anything stick out of the page, or get cut off?

/**
 * Runs inside a browser page, so it may use nothing from outside itself. Gives a list of sentences, at most five.
 *
 * WCAG 2.2, 1.4.10 Reflow: at 320 CSS px a page may not scroll sideways, but for parts that need two dimensions,
 * such as a table. Those must be regions with a name that can be reached by keyboard (2.1.1).
 * On paper nothing can scroll at all: there `scrollRegions` is false.
 */
export function findOverflow({ width, scrollRegions }) {
  const problems = [];
  const pageWidth = document.scrollingElement.scrollWidth;
  if (pageWidth > width) problems.push(`the page is ${pageWidth} px wide`);

  const describe = (element) => {
    const words = element.textContent.replace(/\s+/g, ' ').trim().slice(0, 40);
    const classes = element.getAttribute('class');
    return `<${element.localName}${classes ? ` class="${classes}"` : ''}> "${words}"`;
  };
  const overflowOf = (element) => getComputedStyle(element).overflowX;
  // Text for screen readers only is squeezed into one pixel on purpose.
  const isSqueezed = (element) => element.clientWidth <= 1 || element.clientHeight <= 1;
  const isNamedRegion = (element) => {
    const isRegion = element.getAttribute('role') === 'region' || element.localName === 'section';
    const label = element.getAttribute('aria-label') ?? '';
    const labelledBy = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
    const name = label + labelledBy.map((id) => document.getElementById(id)?.textContent ?? '').join('');
    return isRegion && name.trim() !== '' && element.tabIndex === 0;
  };

  for (const element of document.body.querySelectorAll('*')) {
    if (element.parentElement.closest('svg') || !element.checkVisibility()) continue;
    const containers = [];
    for (let node = element; node && node !== document.body; node = node.parentElement) containers.push(node);
    if (containers.some((node) => ['hidden', 'clip'].includes(overflowOf(node)) && isSqueezed(node))) continue;

    const overflow = overflowOf(element);
    const isTooWide = element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline';
    const isField = ['input', 'select', 'textarea'].includes(element.localName);
    if (isTooWide && ['hidden', 'clip'].includes(overflow)) {
      problems.push(`${describe(element)} cuts off what it holds`);
    } else if (isTooWide && ['auto', 'scroll'].includes(overflow) && !isField) {
      if (!scrollRegions) problems.push(`${describe(element)} scrolls sideways, which paper cannot`);
      else if (!isNamedRegion(element)) problems.push(`${describe(element)} scrolls sideways, but is no named, focusable region`);
    }

    const inScroller = containers.slice(1).some((node) => ['auto', 'scroll'].includes(overflowOf(node)));
    const right = element.getBoundingClientRect().right;
    if (right > width + 1 && !inScroller) problems.push(`${describe(element)} ends at ${Math.round(right)} px`);
  }
  return problems.slice(0, 5);
}
