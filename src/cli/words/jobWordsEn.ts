import type { JobWords } from "./jobWords.ts";

export const jobWordsEn: JobWords = {
  task: {
    link: "link people",
    relink: "link everybody anew",
    refit: "count names anew",
    reread: "read again",
    rebuild: "make views again",
  },
  state: { waiting: "waits", running: "runs, or was cut short", failed: "given up" },
  since: (day) => `since ${day}`,
  begun: (attempts) => (attempts === 1 ? "begun once" : `begun ${attempts} times`),
  none: "No job waits",
  waiting: (jobs, asked) => {
    const head = jobs === 1 ? "1 job waits" : `${jobs} jobs wait`;
    if (asked === 0)
      return `${head}: the next command that lists people does it, or sanad jobs --run now`;
    const which = asked === jobs ? "" : `, ${asked} of them`;
    return `${head}${which} for somebody who asks, since it becomes entries: sanad jobs --run does it now`;
  },
  fault: "a fault in Sanad",
  failed: (task, why) => `A job could not be done (${task}): ${why}. sanad jobs --run tries again`,
  busy: (isWaiting) =>
    isWaiting
      ? "Another program is linking; waiting for it"
      : "Another program is linking: this is as it was linked before",
  done: (jobs) => `${jobs === 1 ? "1 job" : `${jobs} jobs`} done; none waits`,
};
