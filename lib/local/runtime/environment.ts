import { REGION } from '../s3/events.ts';

/** The function to run: what the synthesised template says of it. */
export interface FunctionCode {
  /** Folder with the bundle. */
  readonly assetPath: string;
  /** Such as `index.handler`. */
  readonly handler: string;
  /** Variables of the function, resolved to local names. */
  readonly environment: Readonly<Record<string, string>>;
}

export const FUNCTION_NAME = 'local-clean';
export const FUNCTION_ARN = `arn:aws:lambda:${REGION}:000000000000:function:${FUNCTION_NAME}`;

/**
 * All variables of the child process. Nothing of the own environment but PATH and TMPDIR: credentials and settings of
 * a real account must neither be used nor seen.
 */
export function childEnvironment(
  code: FunctionCode,
  places: { readonly runtimeApi: string; readonly s3Endpoint: string; readonly memoryMb: number },
): Record<string, string> {
  const inherited = ['PATH', 'TMPDIR', 'TEMP', 'SystemRoot'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    ...Object.fromEntries(inherited),
    TZ: ':UTC',
    ...code.environment,
    AWS_LAMBDA_RUNTIME_API: places.runtimeApi,
    AWS_ENDPOINT_URL_S3: places.s3Endpoint,
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    // Lambda runs a later Node than this machine may have.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: FUNCTION_NAME,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(places.memoryMb),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${FUNCTION_NAME}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    LAMBDA_TASK_ROOT: code.assetPath,
    _HANDLER: code.handler,
  };
}
