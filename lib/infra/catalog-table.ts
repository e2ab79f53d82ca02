import { Aws, Names } from 'aws-cdk-lib';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/** The values of one part of the keys, from which Athena makes up partitions without a crawler. */
export type Partition =
  | {
      readonly type: 'date';
      readonly format: string;
      readonly range: string;
      readonly interval?: number;
      readonly unit?: string;
    }
  | { readonly type: 'integer'; readonly range: string; readonly digits?: number }
  | { readonly type: 'enum'; readonly values: readonly string[] }
  /** Every query must name the value. */
  | { readonly type: 'injected' };

export interface CatalogTableProps {
  /** Default made from the name of the stack. */
  readonly databaseName?: string;
  /** Default `articles`. */
  readonly tableName?: string;
  /**
   * How keys of the raw bucket begin, with a partition in `${...}` for each part that varies, such as
   * `news/${site}/${day}/`. Default `${day}/`.
   */
  readonly layout?: string;
  /** By name in `layout`. Default `day`: a date `yyyy/MM/dd` from 2020 to now. */
  readonly partitions?: Readonly<Record<string, Partition>>;
}

const DEFAULT_PARTITIONS: Readonly<Record<string, Partition>> = {
  day: { type: 'date', format: 'yyyy/MM/dd', range: '2020/01/01,NOW' },
};

// biome-ignore lint/suspicious/noTemplateCurlyInString: Athena fills it in.
const DEFAULT_LAYOUT = '${day}/';

/** Columns for the keys of a record; what a record does not hold is null. */
const COLUMNS: Readonly<Record<string, string>> = {
  schemaversion: 'string',
  id: 'string',
  url: 'string',
  canonicalurl: 'string',
  site: 'struct<name:string,domain:string>',
  kind: 'string',
  title: 'string',
  subtitle: 'string',
  section: 'string',
  authors: 'array<struct<name:string,role:string,organization:string>>',
  datepublished: 'string',
  datemodified: 'string',
  language: 'string',
  text: 'string',
  removed: 'array<struct<class:string,rule:string,confidence:double,text:string>>',
  quality: 'struct<score:double,flags:array<struct<flag:string,reason:string>>>',
  fingerprint: 'struct<sha256:string,simhash:string>',
  provenance: 'struct<uri:string,key:string,versionid:string,recordindex:int,recordid:string,fetchedat:string>',
  processing: 'struct<cleaner:string,ruleset:string,model:string>',
  // Rows of shards that could not be cleaned, and tombstones: null in records.
  outcome: 'string',
  reason: 'string',
  recordindex: 'int',
};

/** A Glue table over the clean bucket, whose partitions Athena computes from the keys. */
export class CatalogTable extends Construct {
  readonly databaseName: string;
  readonly tableName: string;

  /** @throws Error when `layout` and `partitions` do not name the same. */
  constructor(scope: Construct, id: string, bucket: Bucket, outputPrefix: string, props: CatalogTableProps = {}) {
    super(scope, id);
    const { layout = DEFAULT_LAYOUT, partitions = DEFAULT_PARTITIONS, tableName = 'articles' } = props;
    checkLayout(layout, Object.keys(partitions));
    this.databaseName =
      props.databaseName ??
      Names.uniqueResourceName(this, { maxLength: 60, separator: '_', allowedSpecialCharacters: '_' }).toLowerCase();
    this.tableName = tableName;
    const database = new CfnDatabase(this, 'Database', {
      catalogId: Aws.ACCOUNT_ID,
      databaseInput: { name: this.databaseName },
    });
    const location = `s3://${bucket.bucketName}/${outputPrefix}`;
    const table = new CfnTable(this, 'Table', {
      catalogId: Aws.ACCOUNT_ID,
      databaseName: this.databaseName,
      tableInput: {
        name: tableName,
        description: 'Cleaned articles, one record a row',
        tableType: 'EXTERNAL_TABLE',
        partitionKeys: Object.entries(partitions).map(([name, { type }]) => ({
          name,
          type: type === 'integer' ? 'int' : 'string',
        })),
        parameters: {
          classification: 'json',
          'projection.enabled': 'true',
          'storage.location.template': location + layout,
          ...projection(partitions),
        },
        storageDescriptor: {
          columns: Object.entries(COLUMNS).map(([name, type]) => ({ name, type })),
          location,
          inputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
          outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
          serdeInfo: {
            serializationLibrary: 'org.openx.data.jsonserde.JsonSerDe',
            parameters: { 'case.insensitive': 'true', 'ignore.malformed.json': 'true' },
          },
        },
      },
    });
    table.node.addDependency(database);
  }
}

function projection(partitions: Readonly<Record<string, Partition>>): Record<string, string> {
  const parameters = Object.entries(partitions).flatMap(([name, partition]) =>
    Object.entries(settingsOf(partition)).map(([setting, value]) => [`projection.${name}.${setting}`, value]),
  );
  return Object.fromEntries(parameters);
}

function settingsOf(partition: Partition): Record<string, string> {
  switch (partition.type) {
    case 'date': {
      const { type, format, range, interval = 1, unit = 'DAYS' } = partition;
      return { type, format, range, interval: String(interval), 'interval.unit': unit };
    }
    case 'integer':
      return { type: 'integer', range: partition.range, ...(partition.digits && { digits: String(partition.digits) }) };
    case 'enum':
      return { type: 'enum', values: partition.values.join(',') };
    case 'injected':
      return { type: 'injected' };
    default:
      return partition satisfies never;
  }
}

function checkLayout(layout: string, names: readonly string[]): void {
  const inLayout = [...layout.matchAll(/\$\{(\w+)\}/g)].map((match) => match[1] ?? '');
  if (inLayout.toSorted().join() !== names.toSorted().join()) {
    throw new Error(
      `expected layout "${layout}" to name the partitions ${names.join(', ')}, got ${inLayout.join(', ')}`,
    );
  }
  if (!layout.endsWith('/')) throw new Error(`expected layout to end with /, got "${layout}"`);
}
