/** Signing a charter, by both sides. */
@NullMarked
package org.evenhand.policy.charter.signoff;

import org.jspecify.annotations.NullMarked;
