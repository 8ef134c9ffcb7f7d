import type { Job, Task } from "../../flow/archive/jobs.ts";

/** What is said of jobs on the terminal, in one language. */
export type JobWords = {
  readonly task: Readonly<Record<Task, string>>;
  readonly state: Readonly<Record<Job["state"], string>>;
  readonly since: (day: string) => string;
  /** How often it was begun, and why it failed last. */
  readonly begun: (attempts: number) => string;
  readonly none: string;
  /** How many wait, and how many of them for somebody who asks for them. */
  readonly waiting: (jobs: number, asked: number) => string;
  /** Why one failed, where nothing outside of the program did. */
  readonly fault: string;
  readonly failed: (task: string, why: string) => string;
  /** Another program is at the jobs: it is waited for, or what is there is shown. */
  readonly busy: (isWaiting: boolean) => string;
  readonly done: (jobs: number) => string;
};
