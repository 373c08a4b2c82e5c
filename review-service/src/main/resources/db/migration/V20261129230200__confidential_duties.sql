-- Nobody else looks after what people have asked and promised one another.
update duty set responsible_id = null, responsible_role = null, responsible_unit = null
where kind in ('CHECK_IN', 'CHECK_IN_ACTION', 'FEEDBACK_REQUEST');
