/** What a cycle could show at all: the smallest effects that its group sizes would let be seen. */
@NullMarked
package org.evenhand.analytics.power;

import org.jspecify.annotations.NullMarked;
