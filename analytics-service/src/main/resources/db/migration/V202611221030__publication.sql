-- What was last shown of a group. It is renewed only after enough people of the group have moved, so
-- that two looks can't be subtracted.
create table published_group (
    cycle_id uuid not null,
    phase text not null,
    dimension text not null,
    value text not null,
    scale_size smallint not null,
    favourable_from smallint not null,
    -- how many ratings there are of ordinal 1, 2, ... scale_size
    counts jsonb not null,
    published_at timestamptz not null,
    primary key (cycle_id, phase, dimension, value)
);

create table rebuild (
    id uuid primary key,
    version bigint not null,
    state text not null,
    requested_by text not null,
    requested_at timestamptz not null,
    finished_at timestamptz,
    progress jsonb not null
);

-- One at a time: two would clear under each other.
create unique index rebuild_running on rebuild ((true)) where state = 'RUNNING';
