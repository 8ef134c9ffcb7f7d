-- What linking goes by, each an entry; the last one holds.
create table view.link_models (
  workspace uuid not null,
  entry text not null,
  index bigint not null,
  record text not null,
  frozen_at timestamptz not null,
  body jsonb not null,
  primary key (workspace, entry)
);

-- Keys by which namings meet, so that a new one is compared only with those it may be.
create table view.link_keys (
  workspace uuid not null,
  mention text not null,
  keys integer[] not null,
  primary key (workspace, mention)
);
create index link_keys_keys on view.link_keys using gin (keys);

-- Where and when a telling is of, so that those near to a new one are found.
alter table view.tellings
  add column kind text not null default '',
  add column prison text,
  add column city text,
  add column first_day date,
  add column last_day date;
create index tellings_prison on view.tellings (workspace, prison, first_day) where prison is not null;
create index tellings_city on view.tellings (workspace, city, first_day) where city is not null;
create index tellings_namings on view.tellings using gin ((body -> 'namings'));

-- Who is told of in which event, and by how many tellings: people who are in several are counted with one.
create table view.event_people (
  workspace uuid not null,
  event text not null,
  person text not null,
  tellings integer not null,
  first text not null,
  primary key (workspace, event, person)
);
create index event_people_person on view.event_people (workspace, person);

grant select, insert, update, delete on view.link_models, view.link_keys, view.event_people to sanad_app;
