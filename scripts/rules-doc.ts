import { writeFileSync } from 'node:fs';
import { rulesDocument } from '../lib/core/label/rules/rules-document.ts';

writeFileSync('RULES.md', rulesDocument());
