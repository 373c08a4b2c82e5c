/** The texts that a company can begin with; each room takes its own into drafts. */
@NullMarked
package org.evenhand.policy.template;

import org.jspecify.annotations.NullMarked;
