-- Events are looked up by whoever links: of a table that was never counted the planner reads all for a few.
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
  analyze view.event_people;
  analyze view.events;
end
$$;
analyze view.events;
