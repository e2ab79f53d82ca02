import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, type IChainable, LogLevel, StateMachine, TaskInput } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { STEPFUNCTIONS_USE_DISTRIBUTED_MAP_RESULT_WRITER_V2 } from 'aws-cdk-lib/cx-api';
import type { Construct } from 'constructs';

/** Makes the maps below a construct write their results as new apps do: the older writer is deprecated, but what an app gets that does not know the flag. */
export function writeResultsAnew({ node }: Construct): void {
  node.setContext(STEPFUNCTIONS_USE_DISTRIBUTED_MAP_RESULT_WRITER_V2, true);
}

interface RunProps {
  readonly name?: string;
  readonly comment: string;
  readonly steps: IChainable;
  readonly timeout: Duration;
  readonly logGroup: LogGroup;
}

/** A state machine that is traced and logged. */
export function runOf(scope: Construct, { name, comment, steps, timeout, logGroup }: RunProps): StateMachine {
  return new StateMachine(scope, 'StateMachine', {
    ...(name !== undefined && { stateMachineName: name }),
    comment,
    definitionBody: DefinitionBody.fromChainable(steps),
    timeout,
    tracingEnabled: true,
    // The keys of a batch are in the results; the log tells how the run goes.
    logs: { destination: logGroup, level: LogLevel.ALL, includeExecutionData: false },
  });
}

/** Lines of a month. */
export function monthOfLogs(
  scope: Construct,
  id: string,
  removalPolicy: RemovalPolicy,
  encryptionKey: IKey | undefined,
): LogGroup {
  const retention = RetentionDays.ONE_MONTH;
  return new LogGroup(scope, id, { retention, removalPolicy, ...(encryptionKey && { encryptionKey }) });
}

interface StepProps {
  readonly lambdaFunction: IFunction;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly maxAttempts: number;
}

/** An invocation that may be repeated: after a kill, a lack of time or throttling it is simply tried again. */
export function repeatableStep(scope: Construct, id: string, props: StepProps): LambdaInvoke {
  const { lambdaFunction, payload, maxAttempts } = props;
  const step = new LambdaInvoke(scope, id, {
    lambdaFunction,
    payloadResponseOnly: true,
    retryOnServiceExceptions: false,
    ...(payload && { payload: TaskInput.fromObject(payload) }),
  });
  const [interval, maxDelay] = [Duration.seconds(5), Duration.minutes(2)];
  step.addRetry({ errors: ['States.ALL'], interval, backoffRate: 2, maxAttempts, maxDelay });
  return step;
}
