/** What somebody is to a challenge, and what follows from that. */
@NullMarked
package org.evenhand.policy.challenge.access;

import org.jspecify.annotations.NullMarked;
