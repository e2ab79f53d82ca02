// A function that does what its event says, so that tests can see how the runtime takes it.
export const handler = async (event, context) => {
  switch (event.do) {
    case 'echo':
      return {
        event,
        remaining: context.getRemainingTimeInMillis(),
        name: context.functionName,
        env: { ...process.env },
      };
    case 'throw':
      throw new TypeError('as told');
    case 'hang':
      return new Promise(() => setInterval(() => {}, 1000));
    case 'spin':
      while (event.do === 'spin') Math.random();
      return null;
    case 'exit':
      return process.exit(3);
    case 'print':
      console.log('printed');
      return null;
    default:
      return {
        batchItemFailures: event.Records.filter((r) => r.body.includes('bad')).map((r) => ({
          itemIdentifier: r.messageId,
        })),
      };
  }
};

export const notAFunction = 1;
