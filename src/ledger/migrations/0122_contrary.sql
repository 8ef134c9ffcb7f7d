-- How much of what two namings say goes against their being one: of those that are held to be one a person is asked.
alter table view.pairs add column contrary smallint not null default 0;
create index pairs_contrary on view.pairs (workspace) where together and contrary > 0;
