/** Whether it is fair: counts from the event stream, distributions, and findings about groups. */
@NullMarked
package org.evenhand.analytics;

import org.jspecify.annotations.NullMarked;
