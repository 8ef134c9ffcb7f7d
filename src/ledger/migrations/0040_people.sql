-- People counted once. Mentions and links are made again from the entries at any time; decisions are shown from entries.
create table view.mentions (
  workspace uuid not null,
  mention text not null,
  document text not null,
  record text not null,
  valid_from bigint not null,
  valid_to bigint,
  name text not null,
  folded text not null,
  body jsonb not null,
  primary key (workspace, mention, valid_from)
);
create index mentions_document on view.mentions (workspace, document) where valid_to is null;
create index mentions_record on view.mentions (workspace, record);
create index mentions_folded on view.mentions using gin (folded gin_trgm_ops) where valid_to is null;

-- Pairs that were compared and are worth a look; a < b.
create table view.pairs (
  workspace uuid not null,
  a text not null,
  b text not null,
  probability double precision not null,
  why jsonb not null,
  primary key (workspace, a, b)
);
create index pairs_b on view.pairs (workspace, b);
create index pairs_probability on view.pairs (workspace, probability);

-- Which person a mention is of. A person is named after the first of his or her mentions.
create table view.links (
  workspace uuid not null,
  mention text not null,
  person text not null,
  valid_from bigint not null,
  valid_to bigint,
  primary key (workspace, mention, valid_from)
);
create index links_person on view.links (workspace, person) where valid_to is null;

create table view.link_decisions (
  workspace uuid not null,
  entry text not null,
  index bigint not null,
  record text not null,
  a text not null,
  b text not null,
  verdict text not null check (verdict in ('same', 'different', 'unsure')),
  actor text not null,
  decided_at timestamptz not null,
  undone_by text,
  body jsonb not null,
  primary key (workspace, entry)
);
create index link_decisions_a on view.link_decisions (workspace, a);
create index link_decisions_b on view.link_decisions (workspace, b);

create table view.person_states (
  workspace uuid not null,
  entry text not null,
  index bigint not null,
  record text not null,
  mention text not null,
  state text not null check (state in ('alive', 'dead', 'unknown')),
  actor text not null,
  stated_at timestamptz not null,
  undone_by text,
  body jsonb not null,
  primary key (workspace, entry, mention)
);
create index person_states_mention on view.person_states (workspace, mention);

-- One row a person, for lists; made with the links.
create table view.people (
  workspace uuid not null,
  person text not null,
  name text not null,
  folded text not null,
  mentions integer not null,
  documents integer not null,
  stage text,
  risk smallint,
  first_day date,
  last_day date,
  state text,
  body jsonb not null,
  primary key (workspace, person)
);
create index people_risk on view.people (workspace, (nullif(risk, 9)) desc nulls last, last_day desc nulls last, name, person);
create index people_folded on view.people using gin (folded gin_trgm_ops);

-- How far the ledger was linked, and with which model.
create table view.link_state (
  workspace uuid primary key,
  upto bigint not null,
  model text not null
);

grant select, insert, update, delete on view.mentions, view.pairs, view.links, view.link_decisions,
  view.person_states, view.people, view.link_state to sanad_app;
