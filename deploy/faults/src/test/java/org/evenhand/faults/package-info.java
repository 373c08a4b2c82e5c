/** Faults that befall the packaged services, each a process of its own, on real parts. */
@NullMarked
package org.evenhand.faults;

import org.jspecify.annotations.NullMarked;
