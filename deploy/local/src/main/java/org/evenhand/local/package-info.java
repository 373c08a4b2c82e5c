/** The local stack: starts every part on this machine, watches them, stops them. */
@NullMarked
package org.evenhand.local;

import org.jspecify.annotations.NullMarked;
