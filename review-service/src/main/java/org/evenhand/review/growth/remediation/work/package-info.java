/**
 * What people do with remediation plans, and what happens to plans when people come, go or move;
 * {@code /v1/remediation-plans}.
 */
@NullMarked
package org.evenhand.review.growth.remediation.work;

import org.jspecify.annotations.NullMarked;
