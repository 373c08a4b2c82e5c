/**
 * Challenges: any employee questions a part of a version, or how something is done, and HR answers
 * in writing. Everybody reads both; never does the one who is challenged answer.
 */
@NullMarked
package org.evenhand.policy.challenge;

import org.jspecify.annotations.NullMarked;
