-- What analytics judged of a cycle. Sharing waits for it, and for an answer to each finding; which
-- group a finding is about is not kept here.
create table cycle_judgement (
  cycle_id     uuid        primary key,
  judgement_id uuid        not null,
  raised       bigint      not null,
  judged_at    timestamptz not null
);

create table judged_finding (
  finding_id   uuid primary key,
  cycle_id     uuid not null,
  judgement_id uuid not null,
  metric       text not null,
  verdict      text not null,
  state        text not null check (state in ('RAISED', 'ANSWERED', 'CLEARED'))
);
create index judged_finding_judgement on judged_finding (judgement_id);
