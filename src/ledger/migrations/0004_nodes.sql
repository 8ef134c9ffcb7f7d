-- Hashes of full subtrees of 256, 65,536 and 16,777,216 entries, so that a proof needs few rows.
create table ledger.nodes (
  workspace uuid not null references ledger.heads,
  level smallint not null,
  index bigint not null,
  hash bytea not null,
  primary key (workspace, level, index)
);
grant select, insert on ledger.nodes to sanad_app;
