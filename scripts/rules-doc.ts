/** Writes RULES.md and under which beginnings of lines the forms of the rules are looked for. */
import { writeFileSync } from 'node:fs';
import { RULES } from '../lib/core/label/rules/all.ts';
import { beginningsModule } from '../lib/core/label/rules/first-letters.ts';
import { rulesDocument } from '../lib/core/label/rules/rules-document.ts';

writeFileSync('RULES.md', rulesDocument());
writeFileSync('lib/core/label/rules/form-beginnings.ts', beginningsModule(RULES));
