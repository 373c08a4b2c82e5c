/** How HR and managers sign one content together: rounds, signatures, and who can give them. */
@NullMarked
package org.evenhand.policy.signing;

import org.jspecify.annotations.NullMarked;
