-- Proposals that a duty needn't be done, each of the duty as it came up at that time. The duty is
-- waived once a second person has agreed.
create table duty_waiver (
  id          uuid        primary key,
  version     bigint      not null,
  duty_id     uuid        not null,
  since       timestamptz not null,
  state       text        not null check (state in ('PROPOSED', 'AGREED', 'REFUSED', 'WITHDRAWN')),
  code        text        not null,
  reason      text        not null,
  side        text        not null check (side in ('HR', 'MANAGER')),
  proposed_by uuid        not null,
  proposed_at timestamptz not null,
  decided_by  uuid,
  decided_at  timestamptz,
  check ((decided_by is null) = (state = 'PROPOSED')),
  check ((decided_at is null) = (state = 'PROPOSED'))
);
create unique index duty_waiver_open on duty_waiver (duty_id, since) where state = 'PROPOSED';
create index duty_waiver_latest on duty_waiver (duty_id, proposed_at desc, id desc);
