-- The newest first, also as known at an earlier entry.
drop index view.claims_recent;
create index claims_recent on view.claims (workspace, reading desc, place);
