-- Who offers to be a mentor, and to how many.
create table mentor_profile (
  employee_id uuid    primary key references employee,
  version     bigint  not null,
  skills      jsonb   not null,
  languages   jsonb   not null,
  capacity    integer not null check (capacity between 0 and 10)
);

create table mentoring (
  id          uuid   primary key,
  version     bigint not null,
  mentee_id   uuid   not null references employee,
  mentor_id   uuid   not null references employee,
  state       text   not null check (state in
                ('ASKED', 'AGREED', 'ACTIVE', 'PAUSED', 'DECLINED', 'WITHDRAWN', 'ENDED')),
  topic       text,
  asked_on    date   not null,
  status_seen bigint not null,
  check (mentee_id <> mentor_id),
  -- Of what is over nobody keeps the words.
  check ((topic is null) = (state in ('DECLINED', 'WITHDRAWN', 'ENDED')))
);
create unique index mentoring_of_two on mentoring (mentor_id, mentee_id)
  where state in ('ASKED', 'AGREED', 'ACTIVE', 'PAUSED');
create index mentoring_mentor on mentoring (mentor_id, id);
create index mentoring_mentee on mentoring (mentee_id, id);
