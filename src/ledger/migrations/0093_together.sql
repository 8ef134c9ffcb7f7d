-- Pairs whose namings are known to be of one person: nobody is asked about these, and they are most.
alter table view.pairs add column together boolean not null default false;
create index pairs_apart on view.pairs (workspace) where not together;
-- Keys are looked up right after they are written: what waits to be sorted in would be read through by every look.
alter index view.link_keys_keys set (fastupdate = off);
select gin_clean_pending_list('view.link_keys_keys');
