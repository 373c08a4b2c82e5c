/** What an import begins: it is held against what was last seen of each assignment. */
@NullMarked
package org.evenhand.review.growth.checklist.begin;

import org.jspecify.annotations.NullMarked;
