-- How many pairs are in doubt, as counted when all that is there was linked: behind a few new namings only what these changed is counted.
alter table view.link_state add column unsure bigint;
