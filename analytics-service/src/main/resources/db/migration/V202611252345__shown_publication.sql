-- Which publication of the ratings by rater a manager last saw of their own profile, by its moment.
-- That they saw it at a later time tells nothing: clocks differ, and a look that began before a
-- publication may end after it. Null is an earlier publication than the one that stood here.
alter table rater_profile_shown add column published_at timestamptz;

update rater_profile_shown s set published_at = g.at
  from (select cycle_id, max(published_at) as at from published_group
        where phase = 'BEFORE' and dimension = 'reviewer'
        group by cycle_id) as g
 where g.cycle_id = s.cycle_id and s.shown_at >= g.at;
