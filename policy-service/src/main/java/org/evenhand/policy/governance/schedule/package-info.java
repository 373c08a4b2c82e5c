/** The days of reviews: they follow from the charter, and one that passes is missed. */
@NullMarked
package org.evenhand.policy.governance.schedule;

import org.jspecify.annotations.NullMarked;
