/** Looks through all that leaves a service for words that must not leave it. */
@NullMarked
package org.evenhand.local.canary;

import org.jspecify.annotations.NullMarked;
