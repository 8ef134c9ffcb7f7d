-- Decisions about people whose naming is no longer what was decided about ('changed'), or no longer there ('went'). Made by linking.
create table view.stale (
  workspace uuid not null,
  entry text not null,
  mention text not null,
  why text not null check (why in ('changed', 'went')),
  primary key (workspace, entry, mention)
);
grant select, insert, update, delete on view.stale to sanad_app;
