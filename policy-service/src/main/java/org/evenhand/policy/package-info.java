/** What fairness means here: policies that people have read, questioned and signed. */
@NullMarked
package org.evenhand.policy;

import org.jspecify.annotations.NullMarked;
