/** What a version says: scale, criteria, forms and rules, read strictly and hashed canonically. */
@NullMarked
package org.evenhand.policy.content;

import org.jspecify.annotations.NullMarked;
