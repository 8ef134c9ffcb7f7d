-- What an erasure still has to take away. A command that is killed leaves it here, and the next one goes on.
create table ledger.sweeps (
  workspace uuid not null references ledger.heads,
  what text not null check (what in ('evidence', 'database', 'list')),
  name text not null,
  primary key (workspace, what, name)
);
grant select, insert, delete on ledger.sweeps to sanad_app;

-- Backups that were made, by the random name that each carries: an erasure says which of them still hold what it destroyed.
create table ledger.backups (
  workspace uuid not null references ledger.heads,
  id text not null,
  made_on date not null,
  size bigint not null,
  primary key (workspace, id)
);
grant select, insert on ledger.backups to sanad_app;
