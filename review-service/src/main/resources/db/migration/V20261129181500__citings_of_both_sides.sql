-- The reviewee cites beside the reviewer, whose citing is review_id; an observation is cited while
-- either does.
alter table observation
  drop constraint observation_check1,
  add column self_review_id uuid references review,
  add column self_cited_at timestamptz,
  add constraint observation_cited
    check ((review_id is null and self_review_id is null) = (state <> 'CITED'));
-- What a review rests on, for when it is cancelled.
create index observation_review on observation (review_id) where review_id is not null;
create index observation_self_review on observation (self_review_id)
  where self_review_id is not null;
