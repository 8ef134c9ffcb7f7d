-- Who is told dead, and denied or said to live, stands first in every list.
create index people_doubted on view.people (workspace, person) where risk = 9 and state is distinct from 'dead' and (
  coalesce(body ->> 'contradictions', '0') <> '0' or coalesce(body ->> 'isLikeLiving', 'false') = 'true');
