/** A connection from outside: how requests must be written, and how much of it one may use. */
@NullMarked
package org.evenhand.gateway.door;

import org.jspecify.annotations.NullMarked;
