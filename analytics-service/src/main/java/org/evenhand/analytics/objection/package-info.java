/** A manager's written objection to their own profile, and the answer to it. */
@NullMarked
package org.evenhand.analytics.objection;

import org.jspecify.annotations.NullMarked;
