-- People who are likely one confirmed to be alive are looked at again by every linking: few of all.
create index people_like_living on view.people (workspace) where (body ->> 'isLikeLiving') = 'true';
