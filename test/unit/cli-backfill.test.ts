import { runBackfill } from '../../lib/cli/backfill.ts';

/** A client that has the state machines given, in pages of one, and remembers what it is asked. */
function fakeSdk(names: readonly string[]) {
  const asked: object[] = [];
  class Command {
    constructor(readonly input: { nextToken?: string }) {}
  }
  class ListStateMachinesCommand extends Command {}
  class StartExecutionCommand extends Command {}
  class SFNClient {
    constructor(config: object) {
      asked.push(config);
    }
    async send(command: Command): Promise<object> {
      if (command instanceof StartExecutionCommand) {
        asked.push(command.input);
        return { executionArn: 'arn:run' };
      }
      const page = Number(command.input.nextToken ?? 0);
      const stateMachines = names.slice(page, page + 1).map((name) => ({ name, stateMachineArn: `arn:${name}` }));
      return { stateMachines, ...(page + 1 < names.length && { nextToken: String(page + 1) }) };
    }
    destroy(): void {}
  }
  const load = async () => ({ SFNClient, ListStateMachinesCommand, StartExecutionCommand }) as never;
  return { asked, load };
}

function output() {
  const written: string[] = [];
  const stdout = { write: (text: string) => void written.push(text) };
  return { streams: { stdout } as never, text: () => written.join('') };
}

describe('winnow backfill', () => {
  it('starts the state machine of the stack over a prefix', async () => {
    const { asked, load } = fakeSdk(['other', 'Winnow-backfill']);
    const { streams, text } = output();
    expect(await runBackfill({ stack: 'Winnow', prefix: '2026/', region: 'eu-west-1' }, streams, load)).toBe(0);
    expect(asked).toEqual([
      { region: 'eu-west-1' },
      { stateMachineArn: 'arn:Winnow-backfill', input: '{"prefix":"2026/"}' },
    ]);
    expect(text()).toContain('started arn:run');
  });

  it('starts it over everything, and over an inventory', async () => {
    const { asked, load } = fakeSdk(['mine']);
    const { streams } = output();
    await runBackfill({ stack: 'Winnow', stateMachine: 'mine' }, streams, load);
    await runBackfill({ stack: 'Winnow', stateMachine: 'mine', inventory: 'inv/manifest.json' }, streams, load);
    expect(asked.filter((one) => 'input' in one)).toEqual([
      { stateMachineArn: 'arn:mine', input: '{"prefix":""}' },
      { stateMachineArn: 'arn:mine', input: '{"inventoryKey":"inv/manifest.json"}' },
    ]);
  });

  it('says what is missing: the state machine, or the client with the command to use in its place', async () => {
    const { load } = fakeSdk(['other']);
    const { streams } = output();
    await expect(runBackfill({ stack: 'Winnow' }, streams, load)).rejects.toThrow(
      'deploy the stack Winnow with the prop backfill',
    );
    const missing = () => Promise.reject(new Error('Cannot find package'));
    await expect(runBackfill({ stack: 'Winnow', prefix: 'a/' }, streams, missing)).rejects.toThrow(
      `aws stepfunctions start-execution --state-machine-arn <output BackfillStateMachineArn of Winnow> --input '{"prefix":"a/"}'`,
    );
  });
});
