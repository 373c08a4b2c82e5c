-- How to have hard conversations: one guide for each situation, from the start.
create table conversation_guide (
  id        uuid    primary key,
  version   bigint  not null,
  situation text    not null unique
    check (situation in ('HARD_MESSAGE', 'DISAGREEMENT', 'RETURN', 'CROSS_BORDER')),
  edition   integer not null,
  draft     jsonb
);
insert into conversation_guide (id, version, situation, edition)
select gen_random_uuid(), 0, situation, 0
from unnest(array['HARD_MESSAGE', 'DISAGREEMENT', 'RETURN', 'CROSS_BORDER']) as situation;

-- Texts that both sides have signed; none is ever changed.
create table conversation_guide_version (
  id        uuid    primary key,
  situation text    not null references conversation_guide (situation),
  number    integer not null check (number > 0),
  content   jsonb   not null,
  unique (situation, number)
);
