-- Wrapped keys stand in no statistics of the planner: most common values are the values themselves, and stay where rows go. Changing
-- the type of a column, be it to the same, lets go of what was gathered about it.
alter table ledger.record_keys alter column wrapped type bytea, alter column wrapped set statistics 0;
alter table ledger.class_keys alter column wrapped type bytea, alter column wrapped set statistics 0;
alter table ledger.own_keys alter column wrapped type bytea, alter column wrapped set statistics 0;

-- What a change of the keys still has to take away: keys as they were wrapped before, in old rows and in the change log.
alter table ledger.sweeps drop constraint sweeps_what_check;
alter table ledger.sweeps add constraint sweeps_what_check check (what in ('evidence', 'database', 'list', 'part', 'keys'));

-- Keys that were replaced before this file left their traces.
insert into ledger.sweeps select workspace, 'keys', pg_current_xact_id()::text from ledger.heads where keys > 1;
