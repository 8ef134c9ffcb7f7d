-- What is searched of reports lies in eight parts, by document: an erasure writes the parts anew that it took something out of, and
-- not all that is searched. The rows are carried over as they are.
alter table view.claims rename to claims_before;
alter table view.documents rename to documents_before;
create table view.claims (like view.claims_before including defaults including constraints) partition by hash (document);
create table view.documents (like view.documents_before including defaults including constraints) partition by hash (document);
do $$
begin
  for part in 0..7 loop
    execute format('create table view.claims_%s partition of view.claims for values with (modulus 8, remainder %s)', part, part);
    execute format('create table view.documents_%s partition of view.documents for values with (modulus 8, remainder %s)', part, part);
  end loop;
end
$$;
insert into view.claims select * from view.claims_before;
insert into view.documents select * from view.documents_before;
drop table view.claims_before, view.documents_before;

alter table view.claims add primary key (workspace, claim, document, valid_from);
create index claims_words on view.claims using gin (words);
create index claims_recent on view.claims (workspace, reading desc, place);
create index claims_kind on view.claims (workspace, kind, reading desc, place) where valid_to is null;
create index claims_status on view.claims (workspace, status, reading desc, place)
  where valid_to is null and status <> 'proposed';
create index claims_document on view.claims (workspace, document, place);
create index claims_period on view.claims (workspace, earliest, latest) where valid_to is null;
create index claims_record on view.claims (workspace, record);

alter table view.documents add primary key (workspace, document, valid_from);
create index documents_words on view.documents using gin (words);
create index documents_record on view.documents (workspace, record);
create index documents_recent on view.documents (workspace, valid_from desc) where valid_to is null;
create index documents_previous on view.documents (workspace, previous) where previous is not null;

grant select, insert, update, delete on view.claims, view.documents to sanad_app;

-- The planner asks nothing of whole texts, and their beginnings need not stand among its numbers.
alter table view.documents alter column text set statistics 0, alter column head set statistics 0;
alter table view.claims alter column body set statistics 0, alter column correction set statistics 0;

-- Of documents linking asks by these columns alone; words are long, and were most of the cost of counting.
create or replace function view.count_links() returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze view.documents (workspace, document, record, valid_from, valid_to);
  analyze view.mentions;
  analyze view.pairs;
  analyze view.links;
  analyze view.people;
  analyze view.link_keys;
  analyze view.tellings;
end
$$;

-- Which parts an erasure took something out of, by its transaction; one that names none may have taken it out of all.
alter table ledger.sweeps drop constraint sweeps_what_check;
alter table ledger.sweeps add constraint sweeps_what_check check (what in ('evidence', 'database', 'list', 'part'));
