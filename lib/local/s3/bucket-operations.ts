import { receiveText } from './body.ts';
import { S3Error } from './errors.ts';
import { removedEvent } from './events.ts';
import { type BucketExchange, type Exchange, type Reply, xmlReply } from './exchange.ts';
import { childText, element, parseXml, textElement, type XmlElement, xmlDocument } from './xml.ts';

export async function listBuckets({ service }: Exchange): Promise<Reply> {
  const buckets = [...service.buckets.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const entries = buckets.map((bucket) =>
    element('Bucket', textElement('Name', bucket.name), textElement('CreationDate', bucket.created.toISOString())),
  );
  const owner = element('Owner', textElement('ID', 'local'), textElement('DisplayName', 'local'));
  return xmlReply(xmlDocument('ListAllMyBucketsResult', owner, element('Buckets', ...entries)));
}

export async function createBucket({ service, request }: Exchange, name: string): Promise<Reply> {
  await receiveText(request, service.folder);
  service.createBucket(name);
  return { status: 200, headers: { location: `/${name}` } };
}

export async function headBucket(): Promise<Reply> {
  return { status: 200 };
}

export async function deleteBucket({ service, bucket }: BucketExchange): Promise<Reply> {
  if (bucket.keys().length > 0) throw new S3Error('BucketNotEmpty', 'The bucket you tried to delete is not empty');
  service.buckets.delete(bucket.name);
  return { status: 204 };
}

export async function getBucketLocation(): Promise<Reply> {
  return xmlReply(xmlDocument('LocationConstraint'));
}

export async function getBucketVersioning({ bucket }: BucketExchange): Promise<Reply> {
  const status = bucket.versioning === null ? '' : textElement('Status', bucket.versioning);
  return xmlReply(xmlDocument('VersioningConfiguration', status));
}

export async function putBucketVersioning({ bucket, service, request }: BucketExchange): Promise<Reply> {
  const document = parseXml(await receiveText(request, service.folder), 'VersioningConfiguration');
  const status = childText(document, 'Status');
  if (status !== 'Enabled' && status !== 'Suspended') {
    throw new S3Error('MalformedXML', 'expected the Status Enabled or Suspended');
  }
  bucket.versioning = status;
  return { status: 200 };
}

/** DeleteObjects: every named key is answered for itself. */
export async function deleteObjects(exchange: BucketExchange): Promise<Reply> {
  const { service, request } = exchange;
  const document = parseXml(await receiveText(request, service.folder), 'Delete');
  const named = document.children.filter((child) => child.name === 'Object');
  if (named.length === 0 || named.length > 1000) throw new S3Error('MalformedXML', 'expected 1 to 1000 objects');
  const results = named.map((object) => deleteNamed(exchange, object));
  const quiet = childText(document, 'Quiet') === 'true';
  return xmlReply(xmlDocument('DeleteResult', ...(quiet ? [] : results)));
}

function deleteNamed({ service, bucket, requestId }: BucketExchange, object: XmlElement): string {
  const key = childText(object, 'Key');
  if (!key) throw new S3Error('MalformedXML', 'expected a Key in each Object');
  const versionId = childText(object, 'VersionId');
  const deletion = bucket.delete(key, versionId);
  const event = removedEvent(bucket.name, requestId, key, deletion);
  if (event) service.publish(event);
  return element(
    'Deleted',
    textElement('Key', key),
    versionId === null ? '' : textElement('VersionId', versionId),
    deletion.marker === null ? '' : textElement('DeleteMarker', true),
    deletion.marker === null ? '' : textElement('DeleteMarkerVersionId', deletion.marker.versionId),
  );
}
