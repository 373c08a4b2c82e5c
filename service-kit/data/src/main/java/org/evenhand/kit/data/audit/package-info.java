/** Chains of audit entries, their seals and the proof that nobody touched them. */
@NullMarked
package org.evenhand.kit.data.audit;

import org.jspecify.annotations.NullMarked;
