-- What is published of a cycle is published at moments that everybody knows beforehand, as an
-- edition that stays as it is. Until now each look published what was due.

drop function shown_facts();
drop function facts_aside();
drop function shown_of(rating_fact);
drop table demographics.edition_change;
drop table demographics.unseen_change;
drop table rating_fact_aside;
drop table published_before;
drop table published_group;
alter table cycle drop column published_changes;
alter table cycle drop column changes;

create table edition (
    cycle_id uuid not null,
    -- 1, 2, ... within the cycle
    number integer not null,
    moment text not null,
    published_at timestamptz not null,
    scale_size smallint not null,
    favourable_from smallint not null,
    -- of each phase in which somebody has a rating:
    -- {"AFTER": {"share": 0.8, "people": 240, "onOtherScales": 0}}
    phases jsonb not null,
    -- the same for the same counts: these are not published again
    fingerprint text not null,
    -- whether every rating in it has been shared with its reviewee, and so with subscribers
    shared boolean not null,
    primary key (cycle_id, number)
);

create table edition_group (
    cycle_id uuid not null,
    edition integer not null,
    phase text not null,
    dimension text not null,
    value text not null,
    -- SHOWN, CARRIED from an earlier figure, or HIDDEN: then nothing of its ratings is here
    standing text not null,
    -- whether the count of each level may be shown
    distribution boolean not null,
    -- of which figure the counts are
    from_edition integer,
    from_phase text,
    -- how many ratings there are of ordinal 1, 2, ... scale_size
    counts jsonb,
    -- the same people by job family and level: {"Policy / HEO": [0, 12, 3]}
    strata jsonb,
    primary key (cycle_id, edition, phase, dimension, value),
    foreign key (cycle_id, edition) references edition
);

-- Where each review counted in which editions: what people alike have in common can't be told from
-- the counts, and whether two figures of a group differ by a few people neither. When a person
-- changes what they declared, their rows get ids that are nobody's: a value that was withdrawn is
-- linked with no one.
create table demographics.snapshot (
    cycle_id uuid not null,
    dimension text not null,
    review_id uuid not null,
    employee_id uuid not null,
    value text not null,
    before smallint,
    after smallint,
    first_edition integer not null,
    -- null while nothing has changed since
    last_edition integer,
    primary key (cycle_id, dimension, review_id, first_edition)
);

create index snapshot_by_employee on demographics.snapshot (employee_id, dimension);

create or replace function put_counts_aside()
    returns void
    language plpgsql
as $$
declare
    counts text;
begin
    lock table count_cell, count_cell_aside, completion_cell, completion_cell_aside, rating_fact
        in access exclusive mode;
    truncate count_cell_aside, completion_cell_aside, rating_fact;
    foreach counts in array array['count_cell', 'completion_cell'] loop
        perform rename_counts(counts, counts || '_before');
        perform rename_counts(counts || '_aside', counts);
        perform rename_counts(counts || '_before', counts || '_aside');
    end loop;
end
$$;

-- Published anew: imported years, and the cycles whose sharing was judged. Whatever else is lived
-- here is published at its next moment. What managers saw of themselves was of no edition.
update rater_profile_shown set published_at = null;

insert into due_work (kind, subject, due_at, try_at)
select case when origin = 'HISTORY' then 'imported-year-still' else 'edition-at-closing' end,
       cycle_id, now(), now()
from cycle
where origin = 'HISTORY' or standing
on conflict (kind, subject) do nothing;
