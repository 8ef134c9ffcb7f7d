-- Documents that a later version of the same page stands for: what they say and it does not moves no case. Made by linking.
create table view.superseded (
  workspace uuid not null,
  document text not null,
  newer text not null,
  primary key (workspace, document)
);
grant select, insert, update, delete on view.superseded to sanad_app;
