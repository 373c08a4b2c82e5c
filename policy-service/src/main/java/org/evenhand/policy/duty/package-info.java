/** What policies ask of people. Nothing here is used from outside: the kit asks the rules. */
@NullMarked
package org.evenhand.policy.duty;

import org.jspecify.annotations.NullMarked;
