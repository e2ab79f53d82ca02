import { answerTasks } from '../../lib/pipeline/worker-thread.ts';

// Entry of the thread that `handler.ts` starts.
answerTasks();
