/** Ask somebody, agree, begin, end; and what happens as people come, go and move. */
@NullMarked
package org.evenhand.review.growth.mentoring.work;

import org.jspecify.annotations.NullMarked;
