-- Everything here can be made again from the entries. A row holds from one entry until another (null: still).
create extension if not exists pg_trgm;
create schema view;

create table view.actors (
  workspace uuid not null,
  actor text not null,
  name text not null,
  role text not null,
  primary key (workspace, actor)
);

create table view.documents (
  workspace uuid not null,
  document text not null,
  record text not null,
  valid_from bigint not null,
  valid_to bigint,
  captured_at timestamptz not null,
  captured_by text not null,
  path text,
  previous text,
  title text,
  publisher text,
  published text,
  published_from date,
  published_to date,
  language text,
  url text,
  text text not null,
  reader text not null,
  claims integer not null,
  normaliser smallint not null,
  words tsvector not null,
  primary key (workspace, document, valid_from)
);
create index documents_words on view.documents using gin (words) where valid_to is null;
create index documents_record on view.documents (workspace, record);
create index documents_recent on view.documents (workspace, valid_from desc) where valid_to is null;

create table view.claims (
  workspace uuid not null,
  claim text not null,
  document text not null,
  record text not null,
  valid_from bigint not null,
  valid_to bigint,
  place smallint not null,
  kind text not null,
  modality text not null,
  tier text not null,
  status text not null check (status in ('proposed', 'accepted', 'rejected', 'corrected')),
  span_start integer not null,
  span_end integer not null,
  quote text not null,
  min double precision,
  max double precision,
  measure text,
  earliest date,
  latest date,
  body jsonb not null,
  words tsvector not null,
  primary key (workspace, claim, valid_from)
);
create index claims_document on view.claims (workspace, document, place) where valid_to is null;
create index claims_kind on view.claims (workspace, kind, valid_from desc) where valid_to is null;
create index claims_words on view.claims using gin (words) where valid_to is null;
create index claims_record on view.claims (workspace, record);
create index claims_period on view.claims (workspace, earliest, latest) where valid_to is null;

-- Names of persons, places and sources of claims, folded for search.
create table view.names (
  workspace uuid not null,
  claim text not null,
  record text not null,
  valid_to bigint,
  type text not null check (type in ('person', 'place', 'source')),
  role text not null,
  name text not null,
  folded text not null,
  id text
);
create index names_folded on view.names using gin (folded gin_trgm_ops) where valid_to is null;
create index names_claim on view.names (workspace, claim);
create index names_record on view.names (workspace, record);

create table view.decisions (
  workspace uuid not null,
  entry text not null,
  index bigint not null,
  claim text not null,
  record text not null,
  verdict text not null,
  actor text not null,
  decided_at timestamptz not null,
  undone_by text,
  body jsonb not null,
  primary key (workspace, entry)
);
create index decisions_claim on view.decisions (workspace, claim, index desc);

create table view.counts (
  workspace uuid not null,
  kind text not null,
  status text not null,
  claims bigint not null,
  primary key (workspace, kind, status)
);
