-- Events: what reports tell of deaths, gathered. Made again from the claims at any time, as people are.
create table view.tellings (
  workspace uuid not null,
  telling text not null,
  document text not null,
  record text not null,
  valid_from bigint not null,
  -- The event it is of, as linked last; none where something it rested on changed since.
  event text,
  body jsonb not null,
  primary key (workspace, telling)
);
create index tellings_document on view.tellings (workspace, document);
create index tellings_record on view.tellings (workspace, record);
create index tellings_event on view.tellings (workspace, event);

-- One row an event, for lists.
create table view.events (
  workspace uuid not null,
  event text not null,
  kind text not null,
  first_day date,
  last_day date,
  place text,
  folded text not null,
  named integer not null,
  low integer not null,
  best integer not null,
  high integer not null,
  -- Of the named those who are counted with another event.
  elsewhere integer not null,
  documents integer not null,
  origins integer not null,
  disputed text[] not null,
  body jsonb not null,
  primary key (workspace, event)
);
create index events_day on view.events (workspace, last_day desc nulls last, event);
create index events_folded on view.events using gin (folded gin_trgm_ops);

grant select, insert, update, delete on view.tellings, view.events to sanad_app;
