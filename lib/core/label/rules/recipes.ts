import { labelsOf } from './labels-by-language.ts';
import { openingsOf } from './openings-by-language.ts';
import { form, goesOn, opening, type Rule, wholeLine } from './rule.ts';

/** Buttons and calls of recipe cards and of blogs on crafts. */
export const RECIPE_RULES: readonly Rule[] = [
  {
    id: 'navigation-recipe',
    class: 'navigation',
    match: [
      wholeLine(
        'Save recipe',
        'Primary sidebar',
        'Prevent your screen from going dark',
        ...labelsOf('navigation-recipe'),
      ),
      form(
        14,
        /^(?:(?:jump to|print|pin|save|rate|skip to|go to)(?: (?:the|this))? recipe|jump to video|pin(?: it)?|print|save|share|comments?)(?:[ |·•/–-]{1,4}(?:(?:jump to|print|pin|save|rate|skip to|go to)(?: (?:the|this))? recipe|jump to video|pin(?: it)?|print|save|share|comments?)){1,4}$/iu,
      ),
      form(
        30,
        /^(?:did you (?:make|try|cook|bake) (?:this|it)(?: recipe)?\?|have you (?:made|tried) this recipe\?)(?: .{0,200})?$/iu,
      ),
      form(
        24,
        /^(?:tag|mention) @[\w.]{2,40} (?:on|and) (?:instagram|facebook|social|twitter|tiktok|pinterest|hashtag|leave|rate|use)\b.{0,120}$/iu,
      ),
      opening(30, openingsOf('navigation-recipe'), goesOn('[^"“”]{0,160}')),
    ],
    rationale: 'What a recipe card offers its cook; the recipe itself stays.',
    source: 'blogs on cooking and crafts',
    examples: {
      fires: [
        'Jump to Recipe Print Recipe',
        'Did you make this? Tag @quaykitchen and leave a rating below!',
        'Reader Interactions',
      ],
      spares: ['Jump to recipes from the coast', 'Did you make this mess? he asked the dog.', 'Print runs fell'],
    },
  },
];
