-- The queue of jobs, whose tables its library made before (schema queue). The app puts jobs in, runs them and takes them out.
grant usage on schema queue to sanad_app;
grant select on queue.migrations, queue.jobs to sanad_app;
grant select, insert, update, delete on queue._private_jobs, queue._private_job_queues, queue._private_tasks to sanad_app;
-- The library shuts its tables to everybody but their owner, row by row.
create policy app on queue._private_jobs to sanad_app using (true) with check (true);
create policy app on queue._private_job_queues to sanad_app using (true) with check (true);
create policy app on queue._private_tasks to sanad_app using (true) with check (true);
-- What was entered by an earlier version and not linked yet.
select from ledger.heads h, queue.add_job('link/' || h.workspace, '{}'::json, job_key => 'link/' || h.workspace, max_attempts => 5, priority => 4);
