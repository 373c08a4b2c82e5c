/**
 * What people do with checklists, and what happens to lists when people come, go or move; {@code
 * /v1/checklists}.
 */
@NullMarked
package org.evenhand.review.growth.checklist.work;

import org.jspecify.annotations.NullMarked;
