-- What a session's scores say beside alpha, as calibration-service measured it:
-- {"sampleLevels": {"none": 9, "note": 2, "warn": 1, "critical": 0}, "piledUp": false}
-- Null for pairs, and for sessions that were revealed before it was told.
alter table session_agreement add column measures jsonb;
