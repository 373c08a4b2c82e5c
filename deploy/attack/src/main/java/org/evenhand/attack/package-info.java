/** Attacks on a running suite: what was found once, tried again and again. */
@NullMarked
package org.evenhand.attack;

import org.jspecify.annotations.NullMarked;
