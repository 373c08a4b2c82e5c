-- Which conclusion of a review is counted, and which conclusions are proposed to be shared: the two
-- are held together before a cycle is judged. Both are null as far as events didn't tell.
alter table rating_fact add column revision integer;
alter table sharing_proposal add column results text;
