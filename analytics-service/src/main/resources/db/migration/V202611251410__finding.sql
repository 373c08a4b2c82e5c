-- One side of a cycle proposes to share its results: so many reviews there are to be judged.
create table sharing_proposal (
    cycle_id uuid primary key,
    awaiting bigint not null,
    calibrated bigint not null,
    proposed_at timestamptz not null
);

-- That the groups of a cycle were judged, by which rule, and how often with which outcome.
create table judgement (
    id uuid primary key,
    version bigint not null,
    cycle_id uuid not null,
    cycle_key text not null,
    origin text not null,
    -- 1, 2, ... within the cycle; an imported year is judged anew when more of it comes
    number bigint not null,
    judged_at timestamptz not null,
    rule jsonb not null,
    outcomes jsonb not null,
    raised bigint not null,
    unique (cycle_id, number)
);

-- A cycle that is lived here is judged once: a second look would be a second chance for a fluke.
create unique index judgement_of_live_cycle on judgement (cycle_id) where origin = 'LIVE';

-- A verdict that has to be answered, or to be known, with its figures as they were judged.
create table finding (
    id uuid primary key,
    version bigint not null,
    judgement_id uuid not null references judgement,
    cycle_id uuid not null,
    cycle_key text not null,
    origin text not null,
    metric text not null,
    dimension text not null,
    dimension_label text not null,
    group_value text not null,
    verdict text not null,
    state text not null,
    scale_size int not null,
    favourable_from int not null,
    rule jsonb not null,
    figures jsonb not null,
    raised_at timestamptz not null,
    response jsonb,
    clearing jsonb
);

create index finding_by_cycle on finding (cycle_id, id);
create index finding_by_key on finding (metric, dimension, group_value, id) where state <> 'CLEARED';

-- A judgement reads the reviews of one cycle.
create index rating_fact_by_cycle on rating_fact (cycle_id, state);
