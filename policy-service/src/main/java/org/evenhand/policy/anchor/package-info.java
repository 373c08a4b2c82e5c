/** How far raters mean the same by the levels of a policy: what a draft should word better. */
@NullMarked
package org.evenhand.policy.anchor;

import org.jspecify.annotations.NullMarked;
