import type { ObjectStore } from '../io/ports.ts';

/** A store of outputs into which nothing is written before `turn` has come. */
export function inTurn(store: ObjectStore, turn: Promise<unknown>): ObjectStore {
  return {
    get: (ref, limits) => store.get(ref, limits),
    head: (ref) => store.head(ref),
    put: async (ref, body, options) => {
      await turn;
      return store.put(ref, body, options);
    },
    remove: async (ref, condition) => {
      await turn;
      return store.remove(ref, condition);
    },
  };
}
