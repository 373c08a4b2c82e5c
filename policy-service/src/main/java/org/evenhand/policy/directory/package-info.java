/** The people whom tokens speak of and where they work, as review-service publishes them. */
@NullMarked
package org.evenhand.policy.directory;

import org.jspecify.annotations.NullMarked;
