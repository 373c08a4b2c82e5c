-- HR's lists begin with the people of the units that they serve.
create index person_unit on person (org_unit);
