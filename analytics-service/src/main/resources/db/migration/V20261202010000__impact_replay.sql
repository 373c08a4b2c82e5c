-- What an impact replay has told of the block of each review, until it is counted by group.
create table told_replay (
    -- of the replay and the cycle together
    id uuid primary key,
    replay_id uuid not null,
    cycle_id uuid not null,
    -- {"levels": [1, 2, 3], "scale": {"size": 3, "favourableFrom": 3}} of the draft
    draft jsonb not null,
    -- how many there will be; null until the last one has come
    parts integer,
    arrived_at timestamptz not null,
    -- when policy-service was told; from then on nothing of a review is kept
    told_at timestamptz
);

create table told_part (
    telling_id uuid not null references told_replay,
    part integer not null,
    primary key (telling_id, part)
);

create table told_outcome (
    telling_id uuid not null references told_replay,
    review_id uuid not null,
    level smallint not null,
    primary key (telling_id, review_id)
);

-- As what everybody was told by group, replay after replay: "/4/3". At least five people of a group
-- and level have the same, or all of that group and level.
alter table demographics.snapshot add column replayed text not null default '';
