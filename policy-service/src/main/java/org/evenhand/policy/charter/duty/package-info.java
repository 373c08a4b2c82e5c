/** What charters ask of people. */
@NullMarked
package org.evenhand.policy.charter.duty;

import org.jspecify.annotations.NullMarked;
