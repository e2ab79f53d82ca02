import { Duration } from 'aws-cdk-lib';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { SiteLearnerProps } from './site-learner.ts';

export interface SiteRulesProps {
  /** Default the bucket of the construct for what is known of sites. With versions a broken file falls back on its last good one everywhere. */
  readonly bucket?: IBucket;
  /** Files directly under it are read. Default `site-rules/`. */
  readonly prefix?: string;
}

export interface SiteMemoryProps {
  /** Default the bucket of the construct for what is known of sites. */
  readonly bucket?: IBucket;
  /** Of the snapshot. Default `site-memory/snapshot.jsonl.gz`. */
  readonly key?: string;
  /** Stories of a site, 2 to 16, that must share a paragraph before it is removed. Default 3. */
  readonly minStories?: number;
  /** A state machine that learns the snapshot from the cleaned outputs, on a schedule. Default none: somebody else puts it there. */
  readonly learn?: SiteLearnerProps;
}

/** Where the cleaner finds what is known of sites. */
export interface KnownSites {
  readonly rules: { readonly bucket: IBucket; readonly prefix: string } | null;
  readonly memory: { readonly bucket: IBucket; readonly key: string; readonly minStories: number } | null;
  /** After which changes are looked for. */
  readonly refresh: Duration;
}

/** The props that say what is known of sites. */
interface SiteProps {
  readonly siteRules?: SiteRulesProps;
  readonly siteMemory?: SiteMemoryProps;
  readonly siteRefresh?: Duration;
}

/** Where rules and the snapshot lie in their bucket. */
const DEFAULT_RULES_PREFIX = 'site-rules/';
const DEFAULT_SNAPSHOT_KEY = 'site-memory/snapshot.jsonl.gz';

/** Whether something is to be known of sites for which no bucket is given. */
export function needsConfigBucket({ siteRules, siteMemory }: SiteProps): boolean {
  return [siteRules, siteMemory].some((props) => props !== undefined && props.bucket === undefined);
}

/** @param own Bucket for what names none. */
export function knownSites({ siteRules, siteMemory, siteRefresh }: SiteProps, own: IBucket): KnownSites | null {
  if (!siteRules && !siteMemory) return null;
  const rules = siteRules && {
    bucket: siteRules.bucket ?? own,
    prefix: siteRules.prefix ?? DEFAULT_RULES_PREFIX,
  };
  const memory = siteMemory && {
    bucket: siteMemory.bucket ?? own,
    key: siteMemory.key ?? DEFAULT_SNAPSHOT_KEY,
    minStories: siteMemory.minStories ?? 3,
  };
  return { rules: rules ?? null, memory: memory ?? null, refresh: siteRefresh ?? Duration.minutes(1) };
}

/** Variables that tell the function of it. */
export function siteVariables({ rules, memory, refresh }: KnownSites): Readonly<Record<string, string>> {
  return {
    ...(rules && { SITE_RULES: `s3://${rules.bucket.bucketName}/${rules.prefix}` }),
    ...(memory && {
      SITE_MEMORY: `s3://${memory.bucket.bucketName}/${memory.key}`,
      MIN_STORIES: String(memory.minStories),
    }),
    ...((rules || memory) && { SITE_REFRESH_SECONDS: String(refresh.toSeconds()) }),
  };
}

/** Rights to list and read under one prefix of rules, and the one key of the snapshot, with their versions. */
export function siteStatements({ rules, memory }: KnownSites): readonly PolicyStatement[] {
  return [
    ...(rules ? readUnder(rules.bucket, `${rules.prefix}*`) : []),
    ...(memory ? readUnder(memory.bucket, memory.key) : []),
  ];
}

/** Lets a role use the key of a bucket that was given. */
export function grantKeys({ rules, memory }: KnownSites, role: IRole): void {
  for (const bucket of new Set([rules?.bucket, memory?.bucket])) bucket?.encryptionKey?.grantDecrypt(role);
}

function readUnder(bucket: IBucket, pattern: string): readonly PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: ['s3:GetObject', 's3:GetObjectVersion'],
      resources: [bucket.arnForObjects(pattern)],
    }),
    new PolicyStatement({
      actions: ['s3:ListBucket', 's3:ListBucketVersions'],
      resources: [bucket.bucketArn],
      conditions: { StringLike: { 's3:prefix': pattern } },
    }),
  ];
}
