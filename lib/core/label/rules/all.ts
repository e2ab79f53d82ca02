import { AD_RULES } from './ads.ts';
import { APPEAL_RULES } from './appeals.ts';
import { CAPTION_RULES } from './captions.ts';
import { CHANNEL_RULES } from './channels.ts';
import { COMMENT_RULES } from './comments.ts';
import { COOKIE_RULES } from './cookie.ts';
import { FOOTER_RULES } from './footer.ts';
import { NAVIGATION_RULES } from './navigation.ts';
import { NEWSLETTER_RULES } from './newsletter.ts';
import { PAGE_LINE_RULES } from './page-lines.ts';
import { PAYWALL_RULES } from './paywall.ts';
import { PEOPLE_RULES } from './people.ts';
import { PLAYER_RULES } from './players.ts';
import { PROVENANCE_RULES } from './provenance.ts';
import { PUBLISHER_LINE_RULES } from './publisher-lines.ts';
import { RECIPE_RULES } from './recipes.ts';
import { RELATED_RULES } from './related.ts';
import type { Rule } from './rule.ts';
import { SHARE_RULES } from './share.ts';
import { WORDPRESS_RULES } from './wordpress.ts';

/** The rule tables by file name, in the order in which their rules are tried. */
export const RULE_TABLES: Readonly<Record<string, readonly Rule[]>> = {
  people: PEOPLE_RULES,
  captions: CAPTION_RULES,
  'page-lines': PAGE_LINE_RULES,
  share: SHARE_RULES,
  newsletter: NEWSLETTER_RULES,
  cookie: COOKIE_RULES,
  paywall: PAYWALL_RULES,
  ads: AD_RULES,
  wordpress: WORDPRESS_RULES,
  comments: COMMENT_RULES,
  related: RELATED_RULES,
  footer: FOOTER_RULES,
  players: PLAYER_RULES,
  appeals: APPEAL_RULES,
  channels: CHANNEL_RULES,
  'publisher-lines': PUBLISHER_LINE_RULES,
  recipes: RECIPE_RULES,
  provenance: PROVENANCE_RULES,
  navigation: NAVIGATION_RULES,
};

/** All rules in the order in which they are tried. */
export const RULES: readonly Rule[] = Object.values(RULE_TABLES).flat();
