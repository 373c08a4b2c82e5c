-- What open groups showed before what they show now, each counts once. Whoever remembers them can
-- subtract what is shown later from them, whatever was shown in between. They end with their group.
create table published_before (
    cycle_id uuid not null,
    phase text not null,
    dimension text not null,
    value text not null,
    -- how many ratings there were of ordinal 1, 2, ... as in published_group
    counts jsonb not null,
    primary key (cycle_id, phase, dimension, value, counts),
    foreign key (cycle_id, phase, dimension, value) references published_group on delete cascade
);
