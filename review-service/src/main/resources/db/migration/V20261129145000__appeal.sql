-- An open appeal against the result of a review, the level that its panel set, and how long one can
-- appeal.
alter table review add column appeal_id uuid;
alter table review add column appeal_outcome jsonb;
alter table review add column appealable_until date;

-- Whoever pays by a rating can wait. Last, as it was added.
alter table published_rating add column under_appeal boolean not null default false;

-- An appeal of a reviewee against one revision of a shared result.
create table appeal (
  id            uuid        primary key,
  version       bigint      not null,
  review_id     uuid        not null references review,
  revision      integer     not null,
  appellant_id  uuid        not null references employee,
  companion_id  uuid        references employee,
  responder_id  uuid        references employee,
  reassessor_id uuid        references employee,
  phase         text        not null check (phase in
                  ('FILED', 'SCREENED', 'NOT_ADMITTED', 'MANAGER_RESPONSE', 'PANEL', 'REMANDED',
                   'RATING_CONFIRMED', 'RATING_CHANGED', 'WITHDRAWN')),
  filing        jsonb       not null,
  screenings    jsonb       not null,
  response      jsonb,
  evidence      jsonb,
  panel         jsonb,
  remand        jsonb,
  step_due_on   date,
  step_due_at   timestamptz,
  step_place    text,
  late          boolean     not null,
  ended_at      timestamptz,
  unique (review_id, revision)
);
create index appeal_appellant on appeal (appellant_id, id);
create index appeal_panel on appeal using gin (panel jsonb_path_ops);
