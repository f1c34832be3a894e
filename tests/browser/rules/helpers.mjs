// What the rules share inside a browser page.

/**
 * Runs inside a page and leaves `window.look`: small questions about an element that several rules ask. The rules run
 * in the page too and cannot import. No page of a site knows of it.
 */
export function installHelpers() {
  if (window.look) return;

  /** An element in a few words, for a finding. */
  const describe = (element) => {
    const words = (element.getAttribute('aria-label') || element.textContent).replace(/\s+/g, ' ').trim().slice(0, 40);
    const mark = element.id ? ` id="${element.id}"` : '';
    const classes = element.getAttribute('class');
    return `<${element.localName}${mark}${classes ? ` class="${classes}"` : ''}> "${words}"`;
  };

  const isSeen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });

  /** Text for screen readers only is squeezed into one pixel, or clipped away, on purpose. */
  const isSqueezed = (element) => {
    for (let node = element; node && node !== document.body; node = node.parentElement) {
      const { width, height } = node.getBoundingClientRect();
      const style = getComputedStyle(node);
      const cuts = [style.overflowX, style.overflowY].some((value) => value === 'hidden' || value === 'clip');
      if (cuts && (width <= 1 || height <= 1)) return true;
      if (style.clipPath === 'inset(50%)') return true;
    }
    return false;
  };

  const FOCUSABLE = 'a[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [tabindex], [contenteditable]';

  /** Everything that the Tab key reaches, in the order of the source. Of radio buttons of one name, only one is. */
  const tabStops = () => {
    const groups = new Set();
    return [...document.querySelectorAll(FOCUSABLE)].filter((element) => {
      if (element.tabIndex < 0 || element.disabled || !isSeen(element) || element.type === 'hidden') return false;
      if (element.localName === 'summary' && element.parentElement.localName !== 'details') return false;
      if (element.type !== 'radio') return true;
      const group = [...document.querySelectorAll(`input[type="radio"][name="${CSS.escape(element.name)}"]`)];
      const stop = group.find((radio) => radio.checked) ?? group[0];
      if (element !== stop || groups.has(stop)) return false;
      groups.add(stop);
      return true;
    });
  };

  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

  /** A colour as CSS says it, as red, green, blue and alpha from 0 to 255. */
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };

  /** The nearest ground that is painted behind an element, itself not counted. */
  const groundAround = (element) => {
    for (let node = element.parentElement; node; node = node.parentElement) {
      const colour = getComputedStyle(node).backgroundColor;
      if (rgba(colour)[3] > 127) return colour;
    }
    return 'Canvas';
  };

  /** The contrast of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
  const contrast = (one, other) => {
    const luminance = (colour) => {
      const [r, g, b] = rgba(colour).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };

  window.look = { describe, isSeen, isSqueezed, tabStops, groundAround, contrast, rgba };
}
