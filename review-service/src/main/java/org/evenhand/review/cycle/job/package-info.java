/** How far the jobs have come that go through all people of a cycle. */
@NullMarked
package org.evenhand.review.cycle.job;

import org.jspecify.annotations.NullMarked;
