/** A picture that stands beside the pages, by its name alone: nothing in it leads to another folder. */
const pictureName = /^[a-z0-9][a-z0-9_-]*\.(?:png|jpe?g|webp|svg)$/i;

export function isPictureName(name: string): boolean {
  return pictureName.test(name);
}

export const pictureNameInWords =
  'save it beside the page as PNG, JPEG, WebP or SVG, under a name of letters, numbers and hyphens, and write that name alone, as ![What it shows](hall.jpg)';
