/** Pages for people: where things are, and how to read events. */
@NullMarked
package org.evenhand.gateway.pages;

import org.jspecify.annotations.NullMarked;
