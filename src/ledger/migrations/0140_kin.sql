-- Who is called a relative is few of all: without it every naming was read for each look at the pairs in doubt.
create index mentions_kin on view.mentions (workspace, mention) where valid_to is null and jsonb_typeof(body -> 'kin') = 'array';
