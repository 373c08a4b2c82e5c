-- Nobody else looks after what two have promised one another.
update duty set responsible_id = null, responsible_role = null, responsible_unit = null
where kind in ('CHECK_IN', 'CHECK_IN_ACTION');
