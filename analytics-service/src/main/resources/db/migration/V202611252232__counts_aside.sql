-- The counts as they were when counting anew began: what is shown until all has been counted again.
-- A change of a table of counts is one of the table beside it too: the two change places.
create table count_cell_aside (like count_cell including all);
create table completion_cell_aside (like completion_cell including all);

-- The counts are put aside and empty tables take their place, at no cost of their size. All locks
-- come first, and the facts last, as whoever looks at counts takes them.
create function put_counts_aside()
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

-- With their key, so that a name always means the same.
create function rename_counts(present text, wanted text)
    returns void
    language plpgsql
as $$
begin
    execute format('alter table %I rename to %I', present, wanted);
    execute format('alter index %I rename to %I', present || '_pkey', wanted || '_pkey');
end
$$;
