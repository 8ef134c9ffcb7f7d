-- The second and further places of tellings that are of several together, so that whoever tells of one of them is found.
create table view.telling_places (
  workspace uuid not null,
  telling text not null,
  place text not null,
  kind text not null,
  prison text,
  city text,
  first_day date,
  last_day date,
  primary key (workspace, telling, place)
);
create index telling_places_prison on view.telling_places (workspace, prison, first_day) where prison is not null;
create index telling_places_city on view.telling_places (workspace, city, first_day) where city is not null;
grant select, insert, update, delete on view.telling_places to sanad_app;
