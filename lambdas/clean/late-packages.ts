/** What one object seldom needs, in a file of its own: the thread reads it when the first object asks for something of it. */
export { analyse } from 'chardet';
export { default as sanitize } from 'sanitize-html';
export { detectAll } from 'tinyld/light';
