-- A manager's ratings are profiled nowhere until it is switched on for a country, with what allows it
-- there and why it is wanted. Until is the last day; null while no end is set.
create table rater_profiling (
    country text primary key,
    legal_basis text not null,
    reason text not null,
    enabled_from date not null,
    enabled_until date,
    version bigint not null
);

-- When a manager last saw their own profile of a cycle. Nobody else sees one that its manager has not.
create table rater_profile_shown (
    cycle_id uuid not null,
    reviewer_id uuid not null,
    shown_at timestamptz not null,
    primary key (cycle_id, reviewer_id)
);
