-- What the conclusion of a review rests on, in numbers: {"observations": 4, "withImpact": 3,
-- "criteriaWithout": 0, "daysSince": 12}; null where nobody told.
alter table rating_fact add column evidence jsonb;

-- What the reviews of a group rest on together. Of a cycle it is published once: figures of two
-- moments would tell what one person has changed.
create table edition_evidence (
    cycle_id uuid not null,
    dimension text not null,
    value text not null,
    -- with which it was published
    edition integer not null,
    sums jsonb not null,
    primary key (cycle_id, dimension, value),
    foreign key (cycle_id, edition) references edition
);
