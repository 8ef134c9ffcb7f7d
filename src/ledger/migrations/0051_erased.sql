-- Which random ids an erasure took out, so that whoever asks for one is told that it was there.
create table view.erased (
  workspace uuid not null,
  id text not null,
  record text not null,
  entry text not null,
  index bigint not null,
  primary key (workspace, id, entry)
);
create index erased_entry on view.erased (workspace, entry);
create index erased_record on view.erased (workspace, record);
grant select, insert, update, delete on view.erased to sanad_app;
