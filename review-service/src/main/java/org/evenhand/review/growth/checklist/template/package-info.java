/** What HR says belongs to a list of each kind; {@code /v1/checklist-templates}. */
@NullMarked
package org.evenhand.review.growth.checklist.template;

import org.jspecify.annotations.NullMarked;
