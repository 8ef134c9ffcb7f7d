-- Namings that say the same are compared once: the first of them stands under keys, the others have none and are found by what they say.
alter table view.link_keys add column alike text not null default '';
create index link_keys_alike on view.link_keys (workspace, alike);
-- Everybody is linked anew by it.
update view.link_state set model = '';
