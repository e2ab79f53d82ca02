import type { SFNClient } from '@aws-sdk/client-sfn';
import { CommandError, type ExitCode, type Streams } from './streams.ts';

export interface BackfillFlags {
  readonly stack: string;
  readonly prefix?: string;
  readonly inventory?: string;
  readonly stateMachine?: string;
  readonly region?: string;
}

/** The part of the AWS client that is used; it is loaded when the command runs, for most never run it. */
export type LoadClient = () => Promise<typeof import('@aws-sdk/client-sfn')>;

/**
 * Starts the state machine of a stack over a prefix or an inventory, and says where to see how it goes.
 *
 * @throws CommandError without the AWS client, and without the state machine.
 */
export async function runBackfill(
  flags: BackfillFlags,
  streams: Pick<Streams, 'stdout'>,
  load: LoadClient = () => import('@aws-sdk/client-sfn'),
): Promise<ExitCode> {
  const name = flags.stateMachine ?? `${flags.stack}-backfill`;
  const input = JSON.stringify(
    flags.inventory === undefined ? { prefix: flags.prefix ?? '' } : { inventoryKey: flags.inventory },
  );
  const sdk = await load().catch(() => {
    throw new CommandError(
      2,
      `expected the package @aws-sdk/client-sfn beside winnower; install it, or start the run yourself:\n` +
        `  aws stepfunctions start-execution --state-machine-arn <output BackfillStateMachineArn of ${flags.stack}> --input '${input}'`,
    );
  });
  const client = new sdk.SFNClient(flags.region === undefined ? {} : { region: flags.region });
  try {
    const stateMachineArn = await findStateMachine(client, sdk, name, flags.stack);
    const { executionArn = '' } = await client.send(new sdk.StartExecutionCommand({ stateMachineArn, input }));
    streams.stdout.write(`started ${executionArn}\n`);
    streams.stdout.write(`  aws stepfunctions describe-execution --execution-arn ${executionArn}\n`);
    return 0;
  } finally {
    client.destroy();
  }
}

async function findStateMachine(
  client: SFNClient,
  sdk: typeof import('@aws-sdk/client-sfn'),
  name: string,
  stack: string,
): Promise<string> {
  let nextToken: string | undefined;
  do {
    const page = await client.send(new sdk.ListStateMachinesCommand({ ...(nextToken !== undefined && { nextToken }) }));
    const found = page.stateMachines?.find((machine) => machine.name === name)?.stateMachineArn;
    if (found !== undefined) return found;
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  throw new CommandError(2, `expected a state machine "${name}"; deploy the stack ${stack} with the prop backfill`);
}
