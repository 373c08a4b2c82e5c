/** What changed between two versions, in words. */
@NullMarked
package org.evenhand.policy.difference;

import org.jspecify.annotations.NullMarked;
