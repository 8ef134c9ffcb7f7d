-- Documents are joined with whatever is linked: they are counted too.
create or replace function view.count_links() returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze view.documents;
  analyze view.mentions;
  analyze view.pairs;
  analyze view.links;
  analyze view.people;
  analyze view.link_keys;
  analyze view.tellings;
end
$$;
