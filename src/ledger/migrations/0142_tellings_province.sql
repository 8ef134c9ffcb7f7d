-- Who tells a province alone is looked up beside who tells a place in it.
create index tellings_province on view.tellings (workspace, (body -> 'place' ->> 'province'), first_day)
  where body -> 'place' ->> 'province' is not null;
