-- Asking a colleague for feedback, about oneself or about a report.
create table feedback_request (
  id          uuid        primary key,
  version     bigint      not null,
  asker_id    uuid        not null references employee,
  about_id    uuid        not null references employee,
  asked_id    uuid        not null references employee,
  question    text        not null,
  state       text        not null check (state in ('ASKED', 'GIVEN', 'DECLINED', 'LAPSED')),
  asked_at    timestamptz not null,
  due_on      date        not null,
  due_at      timestamptz not null,
  -- from when on a report reads the answer at the latest
  opens_at    timestamptz,
  feedback_id uuid,
  closed_at   timestamptz,
  check (asked_id <> asker_id and asked_id <> about_id),
  check ((opens_at is null) = (asker_id = about_id)),
  check ((feedback_id is null) = (state <> 'GIVEN')),
  check ((closed_at is null) = (state = 'ASKED'))
);
create index feedback_request_asker on feedback_request (asker_id, id);
create index feedback_request_about on feedback_request (about_id, id);
create index feedback_request_asked on feedback_request (asked_id, id);
create index feedback_request_open on feedback_request (id) where state = 'ASKED';

-- What somebody has said to one colleague or several.
create table feedback (
  id            uuid        primary key,
  version       bigint      not null,
  author_id     uuid        not null references employee,
  kind          text        not null check (kind in ('RECOGNITION', 'CRITIQUE')),
  visibility    text        not null
    check (visibility in ('RECIPIENT', 'RECIPIENT_AND_MANAGER', 'PUBLIC')),
  request_id    uuid        unique references feedback_request,
  criterion     text,
  company_value text,
  state         text        not null
    check (state in ('GIVEN', 'ADDED_TO', 'RETRACTED', 'HIDDEN')),
  -- gone once it is retracted or hidden, as are additions
  words         jsonb,
  additions     jsonb       not null,
  recipients    jsonb       not null,
  is_public     boolean     not null,
  hr_asked      boolean     not null,
  opens_at      timestamptz,
  given_at      timestamptz not null,
  removal       jsonb,
  check ((words is null) = (state in ('RETRACTED', 'HIDDEN'))),
  check ((removal is null) = (state in ('GIVEN', 'ADDED_TO')))
);
alter table feedback_request add foreign key (feedback_id) references feedback;
create index feedback_author on feedback (author_id, id);
create index feedback_recipients on feedback using gin (recipients jsonb_path_ops);
create index feedback_public on feedback (id)
  where is_public and state in ('GIVEN', 'ADDED_TO');
create index feedback_hr on feedback (id) where hr_asked;
