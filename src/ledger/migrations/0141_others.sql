-- One decision may hold a naming apart from many others.
alter table view.link_decisions drop constraint link_decisions_pkey;
alter table view.link_decisions add primary key (workspace, entry, b);
