/** Every operation, with input that nobody would send. */
@NullMarked
package org.evenhand.attack.fuzz;

import org.jspecify.annotations.NullMarked;
