import type { Problem } from '../module';
import type { ModuleOutline } from '../outline';
import { error } from '../problem';

/**
 * Staff tell modules apart by their titles. A school's own module may not have that of another one, capitals and spaces
 * aside; what came with Attune is never at fault for what a school writes.
 */
export function titlesAreUnique(modules: readonly ModuleOutline[]): Problem[] {
  return modules.flatMap((module) => {
    const { front, origin, slug } = module;
    if (!front || origin !== 'school') return [];
    const same = modules.find(
      (other) => other !== module && other.front && alike(other.front.title) === alike(front.title),
    );
    if (!same) return [];
    const whose = same.origin === 'school' ? 'your' : 'a';
    const came = same.origin === 'school' ? '' : ' that came with Attune';
    return [
      error(
        module.file,
        module.frontLine('title'),
        `${whose} module “${same.slug}”${came} has the title “${front.title}” too, so staff could not tell the two apart`,
        `give “${slug}” another title`,
      ),
    ];
  });
}

function alike(title: string): string {
  return title.replace(/\s+/g, ' ').trim().toLocaleLowerCase('en-GB');
}
