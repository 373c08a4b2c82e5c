-- What editions and figures of appeals show of somebody, as it was with the first replay: no later
-- one takes their block apart by what has become of an appeal since.
alter table demographics.snapshot add column replayed_past text;
