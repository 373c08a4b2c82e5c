/** What people do in an appeal: file, screen, answer, judge, decide; {@code /v1/appeals}. */
@NullMarked
package org.evenhand.review.appeal.work;

import org.jspecify.annotations.NullMarked;
