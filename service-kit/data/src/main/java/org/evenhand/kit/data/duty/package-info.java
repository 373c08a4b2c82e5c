/**
 * What people owe, and by when: one mechanism under tasks, deadlines, reminders, escalation and the
 * measure of who was late. A service says with a {@link org.evenhand.kit.data.duty.DutyRule} what
 * is owed because of an aggregate; the journal keeps its duties true with every change.
 */
@NullMarked
package org.evenhand.kit.data.duty;

import org.jspecify.annotations.NullMarked;
