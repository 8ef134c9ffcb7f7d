-- Whom each telling is of, looked up from either end: in the body of a telling a naming is found only by reading all tellings.
create table view.telling_namings (
  workspace uuid not null,
  mention text not null,
  telling text not null,
  primary key (workspace, mention, telling)
);
create index telling_namings_telling on view.telling_namings (workspace, telling);
insert into view.telling_namings
select distinct workspace, mention, telling
from view.tellings, jsonb_array_elements_text(body -> 'namings') as mention;
grant select, insert, update, delete on view.telling_namings to sanad_app;
drop index view.tellings_namings;

create or replace function view.count_links() returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze view.documents (workspace, document, record, valid_from, valid_to);
  analyze view.mentions;
  analyze view.pairs;
  analyze view.links;
  analyze view.people;
  analyze view.link_keys;
  analyze view.tellings;
  analyze view.telling_namings;
end
$$;
