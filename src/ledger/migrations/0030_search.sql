-- The views again: every row holds from one entry until another, decisions too, so that any list can be asked as it was
-- known at an entry. What is searched of a claim is one set of words: those of the text, and those of its names with their
-- kind and key. The rows are made again from the entries when the archive is next opened.
drop table view.claims, view.names, view.documents, view.decisions, view.counts;

-- Which version of the projection made the rows of an archive.
create table view.state (
  workspace uuid primary key,
  projection smallint not null
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
  language text,
  url text,
  text text not null,
  reader text not null,
  claims integer not null,
  normaliser smallint not null,
  words tsvector not null,
  primary key (workspace, document, valid_from)
);
create index documents_words on view.documents using gin (words);
create index documents_record on view.documents (workspace, record);
create index documents_recent on view.documents (workspace, valid_from desc) where valid_to is null;
create index documents_previous on view.documents (workspace, previous) where previous is not null;

-- `reading` is the entry of the reading; a decision closes a row and opens another of the same reading.
-- Kind, modality, numbers, days and words are those of the correction where one stands; `body` is what was read.
create table view.claims (
  workspace uuid not null,
  claim text not null,
  document text not null,
  record text not null,
  reading bigint not null,
  place smallint not null,
  valid_from bigint not null,
  valid_to bigint,
  kind text not null,
  modality text not null,
  tier text not null,
  status text not null check (status in ('proposed', 'accepted', 'rejected', 'corrected')),
  min double precision,
  max double precision,
  measure text,
  earliest date,
  latest date,
  body jsonb not null,
  correction jsonb,
  words tsvector not null,
  primary key (workspace, claim, valid_from)
);
create index claims_words on view.claims using gin (words);
create index claims_recent on view.claims (workspace, reading desc, place) where valid_to is null;
create index claims_kind on view.claims (workspace, kind, reading desc, place) where valid_to is null;
create index claims_status on view.claims (workspace, status, reading desc, place)
  where valid_to is null and status <> 'proposed';
create index claims_document on view.claims (workspace, document, place);
create index claims_period on view.claims (workspace, earliest, latest) where valid_to is null;
create index claims_record on view.claims (workspace, record);

-- Every spelling of a name once: `id` is that of the gazetteer, or empty. `uses` counts rows of claims, old ones too.
create table view.forms (
  workspace uuid not null,
  type text not null check (type in ('person', 'place', 'source')),
  folded text not null,
  id text not null,
  uses bigint not null,
  primary key (workspace, type, folded, id)
);
create index forms_like on view.forms using gin (folded gin_trgm_ops);
create index forms_folded on view.forms (workspace, folded);

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
  undone_at bigint,
  undoing jsonb,
  body jsonb not null,
  primary key (workspace, entry)
);
create index decisions_claim on view.decisions (workspace, claim, index desc);
create index decisions_undone on view.decisions (workspace, undone_by) where undone_by is not null;

create table view.counts (
  workspace uuid not null,
  kind text not null,
  status text not null,
  claims bigint not null,
  primary key (workspace, kind, status)
);

grant select, insert, update, delete on all tables in schema view to sanad_app;
