import type { LiveReceiver } from '@dateline/service-kit/live/live-operations';

export interface CountedReceiver extends LiveReceiver {
  /** It is over from the receiver's side. Idempotent. */
  release(): void;
}

/** A receiver whose place is given back as soon as it is over, whoever ends it. */
export function countedReceiver(receiver: LiveReceiver, giveBack: () => void): CountedReceiver {
  let isOver = false;
  const release = () => {
    if (!isOver) giveBack();
    isOver = true;
  };
  return {
    release,
    next: (answer) => receiver.next(answer),
    complete() {
      release();
      receiver.complete();
    },
    refuse(errors, status) {
      release();
      receiver.refuse(errors, status);
    },
  };
}
