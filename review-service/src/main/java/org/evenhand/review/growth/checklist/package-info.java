/**
 * Checklists: what has to be done, and by whom, when somebody comes, comes back, moves or goes.
 * Nobody here asks for the reason of a leave.
 */
@NullMarked
package org.evenhand.review.growth.checklist;

import org.jspecify.annotations.NullMarked;
