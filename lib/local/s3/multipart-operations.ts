import { digestBlob, readBlob } from './blob.ts';
import { receiveBody, receiveText } from './body.ts';
import { checkWrite, readConditions } from './conditions.ts';
import { S3Error } from './errors.ts';
import { createdEvent } from './events.ts';
import { header, type ObjectExchange, type Reply, versionHeader, xmlReply } from './exchange.ts';
import { addPart, joinParts } from './multipart.ts';
import { copyResult, copySource, objectHeaders } from './object-operations.ts';
import { childText, element, parseXml, textElement, xmlDocument } from './xml.ts';

export async function createMultipartUpload({ service, bucket, key, headers }: ObjectExchange): Promise<Reply> {
  const id = service.uploads.create(bucket.name, key, objectHeaders(headers));
  const content = [textElement('Bucket', bucket.name), textElement('Key', key), textElement('UploadId', id)];
  return xmlReply(xmlDocument('InitiateMultipartUploadResult', ...content));
}

export async function uploadPart({ service, bucket, key, query, request }: ObjectExchange): Promise<Reply> {
  const upload = service.uploads.find(query.get('uploadId'), bucket.name, key);
  const body = await receiveBody(request, service.folder);
  addPart(upload, query.get('partNumber'), body);
  return { status: 200, headers: { etag: `"${body.md5}"`, ...body.checksums } };
}

export async function uploadPartCopy(exchange: ObjectExchange): Promise<Reply> {
  const { service, bucket, key, query, headers } = exchange;
  const upload = service.uploads.find(query.get('uploadId'), bucket.name, key);
  const source = copySource(exchange);
  const range = /^bytes=(\d{1,15})-(\d{1,15})$/.exec(header(headers, 'x-amz-copy-source-range') ?? '');
  const { size } = source.version.blob;
  const [start, end] = range ? [Number(range[1]), Number(range[2]) + 1] : [0, size];
  if (end > size || start >= end) throw new S3Error('InvalidRange', 'The requested range is not satisfiable');
  const blob = await service.folder.store(readBlob(source.version.blob, start, end));
  const md5 = await digestBlob(blob);
  addPart(upload, query.get('partNumber'), { blob, md5 });
  const reply = xmlReply(xmlDocument('CopyPartResult', ...copyResult(md5, new Date())));
  return { ...reply, headers: { ...reply.headers, ...source.headers } };
}

export async function listParts({ service, bucket, key, query }: ObjectExchange): Promise<Reply> {
  const id = query.get('uploadId');
  const upload = service.uploads.find(id, bucket.name, key);
  const parts = [...upload.parts].sort(([a], [b]) => a - b);
  return xmlReply(
    xmlDocument(
      'ListPartsResult',
      textElement('Bucket', bucket.name),
      textElement('Key', key),
      textElement('UploadId', id ?? ''),
      textElement('IsTruncated', false),
      ...parts.map(([number, part]) =>
        element(
          'Part',
          textElement('PartNumber', number),
          textElement('ETag', `"${part.md5}"`),
          textElement('Size', part.blob.size),
        ),
      ),
    ),
  );
}

export async function completeMultipartUpload(exchange: ObjectExchange): Promise<Reply> {
  const { service, bucket, key, query, request, headers, requestId } = exchange;
  const id = query.get('uploadId');
  const upload = service.uploads.find(id, bucket.name, key);
  const document = parseXml(await receiveText(request, service.folder), 'CompleteMultipartUpload');
  const named = document.children
    .filter((child) => child.name === 'Part')
    .map((part) => ({
      number: Number(childText(part, 'PartNumber')),
      etag: (childText(part, 'ETag') ?? '').replaceAll('"', ''),
    }));
  const content = joinParts(upload, named);
  checkWrite(readConditions(headers), bucket.current(key));
  const version = bucket.put(key, content);
  service.uploads.remove(id);
  service.publish(createdEvent('ObjectCreated:CompleteMultipartUpload', bucket.name, requestId, version));
  const result = [
    textElement('Bucket', bucket.name),
    textElement('Key', key),
    textElement('ETag', `"${version.etag}"`),
  ];
  const reply = xmlReply(xmlDocument('CompleteMultipartUploadResult', ...result));
  return { ...reply, headers: { ...reply.headers, ...versionHeader(bucket, version) } };
}

export async function abortMultipartUpload({ service, bucket, key, query }: ObjectExchange): Promise<Reply> {
  const id = query.get('uploadId');
  service.uploads.find(id, bucket.name, key);
  service.uploads.remove(id);
  return { status: 204 };
}
