-- With their key, so that a name always means the same.
create or replace function rename_counts(present text, wanted text)
    returns void
    language plpgsql
as $$
begin
    execute format('alter table %I rename to %I', present, wanted);
    execute format('alter index %I rename to %I', present || '_pkey', wanted || '_pkey');
end
$$;

-- The counts are put aside and empty tables take their place, at no cost of their size. All locks
-- come first, and the facts last, as whoever looks at counts takes them.
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
