-- In which reviews the reviewee points to a goal.
create table goal_citation (
  goal_id   uuid        not null references goal,
  review_id uuid        not null references review,
  cited_at  timestamptz not null,
  primary key (goal_id, review_id)
);
create index goal_citation_review on goal_citation (review_id);
