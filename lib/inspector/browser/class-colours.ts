import { REMOVAL_CLASSES, type RemovalClass } from '../../core/document.ts';

/** Degrees between the hues of neighbouring classes: the golden angle, so that classes next to each other look apart. */
const STEP = 137.508;

/** Gives an element the colour of a class of removal; lightness and strength are those of the style sheet. */
export function colourBy(element: HTMLElement | SVGElement, name: RemovalClass): void {
  const hue = (REMOVAL_CLASSES.indexOf(name) * STEP) % 360;
  element.style.setProperty('--hue', hue.toFixed(0));
}
