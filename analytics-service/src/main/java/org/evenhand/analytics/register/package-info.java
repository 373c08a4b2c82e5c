/** What this service computes from people's ratings, for whom, and how to contest it. */
@NullMarked
package org.evenhand.analytics.register;

import org.jspecify.annotations.NullMarked;
