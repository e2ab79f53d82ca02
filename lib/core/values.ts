/** The kinds of value in a record; the tags become constraints of the JSON Schema. */

/**
 * Text that says something: a missing value is a missing key.
 * @minLength 1
 */
export type NonEmptyText = string;

/**
 * 0..1
 * @minimum 0
 * @maximum 1
 */
export type Share = number;

/**
 * A whole number from 0.
 * @minimum 0
 * @multipleOf 1
 */
export type Count = number;

/**
 * Lower-case hex.
 * @pattern ^[0-9a-f]{64}$
 */
export type Sha256 = string;

/**
 * 64 bits as 16 lower-case hex digits.
 * @pattern ^[0-9a-f]{16}$
 */
export type Hex64 = string;

/**
 * Bare date of RFC 3339.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$
 */
export type BareDate = string;

/**
 * RFC 3339 with the zone of the source, or a bare date where the source has no zone.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d))?$
 */
export type DateOrTime = string;

/**
 * BCP 47.
 * @pattern ^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$
 */
export type LanguageTag = string;
