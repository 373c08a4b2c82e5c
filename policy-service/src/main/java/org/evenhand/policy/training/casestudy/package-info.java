/**
 * Modules that are gone through by scoring published precedents blind. How far somebody was from
 * what others agreed on is theirs alone: who leads the module reads none of it.
 */
@NullMarked
package org.evenhand.policy.training.casestudy;

import org.jspecify.annotations.NullMarked;
