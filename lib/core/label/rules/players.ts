import { labelsOf } from './labels-by-language.ts';
import { openingsOf } from './openings-by-language.ts';
import { form, goesOn, opening, type Rule, saysNoQuote, wholeLine } from './rule.ts';

/** What players of sound and video say, and the offer to hear the text. */
export const PLAYER_RULES: readonly Rule[] = [
  {
    id: 'player-message',
    class: 'other',
    match: [
      wholeLine(
        'Video loading',
        'The video will auto-play soon',
        'Playback rate',
        'Stream type LIVE',
        'Picture-in-Picture',
        ...labelsOf('player-message'),
      ),
      form(
        8,
        /^[^\p{L}\p{N}]{0,3}(?:current time|duration(?: time)?|remaining time|loaded|progress|buffered|seek to live|volume)[ :]{1,3}-?\d{1,3}(?:[:.]\d{2}){0,2}(?: ?%| ?min| ?sec)?[^\p{L}\p{N}]{0,3}$/iu,
      ),
      form(6, /^(?:[▶►⏵❚⏸🔊]{1,3} ?)?-?\d{1,2}:\d{2}(?::\d{2})? ?\/ ?-?\d{1,2}:\d{2}(?::\d{2})?$/u),
      form(
        40,
        /^(?:this is a modal window|beginning of dialog window|(?:the|this) (?:media|video|audio|player)(?: clip| file| player)? (?:could not|cannot|can['’]t|failed to|is not|isn['’]t) (?:be )?(?:load|play|available|start|auto-?play)[\p{L}]{0,6}|to view this video,? please|the (?:video|media|player) will auto-?play|an error occurred while (?:loading|playing) (?:the|this) (?:video|media|audio))\b[^?]{0,200}$/iu,
      ),
      opening(40, openingsOf('player-message'), saysNoQuote()),
      form(
        8,
        /^(?:video player is loading|end of dialog window|the video will auto-?play soon|your video will (?:begin|start) in \d{1,3})\.$/iu,
      ),
    ],
    rationale: 'The controls of a player and what it says when it does not play.',
    source: 'pages with videos, scraped with the words of the player',
    examples: {
      fires: [
        'This is a modal window.',
        'Beginning of dialog window. Escape will cancel and close the window.',
        'Duration 1:52',
        '0:00 / 1:12',
      ],
      spares: ['Duration of stay', 'The video could not save him.', 'Loaded: the lorries of May', '1:52'],
    },
  },
  {
    id: 'listen-label',
    class: 'other',
    match: [
      wholeLine('Listen to the story', ...labelsOf('listen-label')),
      form(
        12,
        /^(?:listen to (?:this )?(?:article|story|post|episode)|hear this story|audio version)(?:[ :(|·•–-]{1,3}\d{1,3}(?::\d{2}| ?min(?:ute)?s?\.?)?(?: min(?:utes)?)?\)?)?(?: [\d.]{1,4} ?x){0,4}$/iu,
      ),
      form(30, /^(?:this audio is|(?:the|this) (?:article|story) (?:is|was) read by an?)\b[^?]{0,160}$/iu),
      opening(16, openingsOf('listen-label'), goesOn('[^"“”?.!,]{0,60}')),
    ],
    rationale: 'The offer to hear the text.',
    source: 'heads of articles',
    examples: {
      fires: [
        'Listen to this article 4 min',
        'Listen to this story',
        'This audio is auto-generated. Tell us what you think.',
      ],
      spares: ['Listen to this, she said.', 'This audio is all that is left of him?'],
    },
  },
];
